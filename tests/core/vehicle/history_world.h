// SPDX-License-Identifier: GPL-3.0-or-later
// A car's history on a chain that exists in memory: real keys, real signatures, storage laid out as the contracts do,
// tries, a header. What build() gives is what a node and a content store would.
#pragma once

#include "cars.h"
#include "crypto/secp256k1.h"
#include "vehicle/verified_history.h"

#include <map>

namespace autochain::vehicle
{

// Keys by number, always the same; 0 is nobody's.
const PrivateKey& keyOf(int who);
Address addressOf(int who);

struct Line { // one record to write
    RecordKind kind = RecordKind::None;
    int who = 0; // 0: the registry itself
    UnixTime time = 0;
    std::uint32_t km = 0;
    std::optional<RecordContent> content; // none: no content at all
    int signedBy = -1;                    // -1: by `who`; 0: not signed
    int newHolder = 0;                    // of a change by the registry
};

struct MemberSpec {
    int who = 0;
    ProviderRole role = ProviderRole::None;
    std::vector<std::pair<UnixTime, UnixTime>> spans; // since, until; the last is the present one
};

struct GrantSpec {
    int holder = 0;
    int shop = 0;
    std::vector<Grant> grants; // the last is the present one
};

struct WorldSpec {
    std::string vin = "1HGCM82633A004352";
    std::vector<Line> lines;
    std::vector<MemberSpec> members;
    std::vector<GrantSpec> grants;
    std::map<int, std::string> names;
    int lender = 0;
};

struct World {
    HistoryBundle bundle;
    HistoryTrust trust; // all of it
};
World build(const WorldSpec& spec);

// Of a car that is not on the chain of `spec`: no records, and what proves its words there.
enum class Zeros {
    NotThere,  // zero is what is not stored
    WrittenOut // as anvil keeps a word that was set to zero: a leaf that holds nothing
};
World buildAbsent(const WorldSpec& spec, const std::string& vin, Zeros zeros = Zeros::NotThere);

// Four cars whose histories hold every kind and every role between them.
std::vector<WorldSpec> wholeWorld();
// One car with so many records of a few issuers, all signed.
WorldSpec longHistory(std::size_t records);

} // namespace autochain::vehicle
