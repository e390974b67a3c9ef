// SPDX-License-Identifier: GPL-3.0-or-later
// A header as JSON has it: its fields by name, as texts. Whoever reads the JSON fills in what it finds. Pure.
#pragma once

#include "chain/header_rules.h"

#include <array>
#include <string_view>

namespace autochain::net
{

class HeaderFields
{
public:
    // The names fields have in a node's answer; "hash" is among them.
    static constexpr std::size_t kCount = 21;
    static const std::array<std::string_view, kCount>& names();

    // A member of the answer; names that are no field's are passed over. The text must outlive this object. A member
    // that is null counts as not there: it is not told at all.
    void set(std::string_view name, std::string_view text);
    void setNoText(std::string_view name); // a number, an object: no field is that

    // BadJson with the field that is missing, wrong, or of a fork whose other fields are not there.
    Result<Header> header() const;
    // The header whose hash is the one in "hash": it is put together from the fields and hashed here, so a field that
    // is wrong, missing or of another fork is noticed. As header(), and "hash" where it is another header.
    Result<HashedHeader> hashedHeader() const;

private:
    enum class Kind { Absent, Text, Other };
    struct Field {
        Kind kind = Kind::Absent;
        std::string_view text;
    };
    Field* find(std::string_view name);

    std::array<Field, kCount> m_fields;
};

} // namespace autochain::net
