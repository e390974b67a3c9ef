// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a grant lets read what, and when: the same rule as ISectionGrants.mayRead, plus why not. Time is the chain's,
// never the computer's.
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "privacy/error.h"

#include <limits>

namespace autochain::privacy
{

inline constexpr std::uint64_t kEveryRecord = std::numeric_limits<std::uint64_t>::max();

struct ReadGrant { // ISectionGrants.Grant; until 0: none
    UnixTime from = 0;
    UnixTime until = 0;
    std::uint64_t firstRecord = 0;
    std::uint64_t lastRecord = kEveryRecord;
    std::uint32_t kinds = 0; // bit per kind of record
    Hash32 keysDigest;       // sha2-256 of the key block; zero: none
    bool operator==(const ReadGrant&) const = default;

    bool exists() const { return until != 0; }
    bool covers(std::uint8_t kind, std::uint64_t record) const;
};

enum class ReadRight { Holder, Writer, Granted, NotYet, Ended, NotCovered, None };

// Of one account and one record with a private section.
struct Reading {
    Address reader;
    Address holder; // of the title now
    Address writer; // the record's provider: reads what he wrote
    ReadGrant grant;
    std::uint8_t kind = 0;
    std::uint64_t record = 0;
};
ReadRight readRight(const Reading& reading, UnixTime chainTime);
inline bool mayRead(ReadRight right)
{
    return right == ReadRight::Holder || right == ReadRight::Writer || right == ReadRight::Granted;
}
// AskOwner, NotYet, Ended, NotCovered.
Result<> demandRead(const Reading& reading, UnixTime chainTime);

// What the contract would refuse, before a fee is paid. BadSpan, BadScope.
Result<> checkGrant(const ReadGrant& grant, UnixTime chainTime);

} // namespace autochain::privacy
