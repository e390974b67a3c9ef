// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the query language. They are syntax, the same in every language a person reads.
#pragma once

#include "dealer/query.h"

namespace autochain::dealer
{
std::optional<Flag> flagOf(std::string_view word);
std::optional<Column> fieldOf(std::string_view word); // a column's id or another name of it
// The values a field may have ("status", "marks", the verdicts), in the order of their bits; empty: it has no list.
std::span<const std::string_view> choicesOf(Column column);
std::span<const std::string_view> allFlags();
std::span<const std::string_view> allFields();
// The word that differs least, by at most two letters; empty: none does.
std::string nearest(std::string_view word, std::span<const std::string_view> among);
} // namespace autochain::dealer
