// SPDX-License-Identifier: GPL-3.0-or-later
// A deal as JSON and as lines.
#pragma once

#include "output.h"

#include "escrow/rules.h"

#include <optional>

namespace autochain::cli
{
QJsonObject settlementJson(const escrow::DealView& deal, const escrow::Settlement& settlement);
QJsonObject dealJson(const escrow::DealView& deal, const std::optional<Address>& me, UnixTime now);
void addDealLines(Output& out, const escrow::DealView& deal, const std::optional<Address>& me, UnixTime now);
} // namespace autochain::cli
