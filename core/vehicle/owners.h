// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "vehicle/record.h"

#include <optional>
#include <span>

namespace autochain::vehicle
{

struct TitleTransfer { // ERC-721 Transfer of the title; a hint from logs
    Address from;      // zero: registration
    Address to;
    UnixTime time = 0;
    Hash32 transactionHash;
};

struct OwnerSpan {
    Address owner;
    UnixTime from = 0;
    std::optional<UnixTime> until; // none: holds it now
};

// Owners in order. Holders in `keepers` (deal book, the deals' Safes) only keep the title during a deal: their time
// counts for the owner before, and a deal that gave the title back leaves no trace. Empty where the chain of hands has
// a hole.
std::vector<OwnerSpan> ownersOf(std::span<const TitleTransfer> transfers, std::span<const Address> keepers);

// As the registry's own records tell, which the fold proves. Empty where one does not name the new holder, or the last
// is not `holder`.
std::vector<OwnerSpan> provenOwners(std::span<const Record> records, const Address& registry, const Address& holder);

} // namespace autochain::vehicle
