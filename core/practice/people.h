// SPDX-License-Identifier: GPL-3.0-or-later
// Who lives in the practice market. Every market has keys of its own; the passphrase is known to everybody.
#pragma once

#include "chain/network_file.h"
#include "contracts/generated/participants_types.h"
#include "crypto/secp256k1.h"
#include "practice/error.h"

namespace autochain::practice
{

inline constexpr std::string_view kPracticePassphrase = "practice";

// What is fixed about a person or business before there is a market.
struct CastEntry {
    std::string_view name;
    std::string_view role; // of the network file: buyer, seller, appraiser, substitute, dealer, foundation, inspector …
    std::string_view file; // keystore, without folder and ending
    contracts::participants::Role onChain = contracts::participants::Role::None;
    std::uint64_t auc = 0;  // whole AUC handed out to it
    std::string_view place; // town, for records
};
std::span<const CastEntry> cast();
std::size_t castIndex(std::string_view file); // precondition: there is one
std::vector<std::size_t> castOfRole(std::string_view role);

struct Person {
    const CastEntry* entry = nullptr;
    PrivateKey key;
    Address address;
};
// Fresh keys, each in a keystore v3 file under `<folder>/keys`. CryptoError::NoRandom, PracticeError::IoError.
Result<std::vector<Person>> makePeople(const std::string& folder);
// As they stand in the network file.
std::vector<PracticePerson> listPeople(const std::vector<Person>& people, const std::string& folder);

} // namespace autochain::practice
