// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class PrivacyError {
    BadSection,  // not a section of format autochain-private/1; args: what is wrong
    BadKeyBlock, // not a block of keys of format autochain-keys/1; args: what is wrong
    OtherCar,    // section or keys belong to another car, kind or writer than the record says; args: "car", "kind", …
    WrongKey,    // the wrapped key does not open: altered, or wrapped for something else
    Altered,     // the right key, but the section's bytes were altered
    TooLarge,    // args: bytes, the cap
    NoSection,   // the record has no private section; args: record
    NoKeyForYou, // no key was wrapped for this account; args: account
    AskOwner,    // no grant; args: holder
    NotYet,      // the grant begins later; args: unix seconds
    Ended,       // the grant is over; args: unix seconds
    NotCovered,  // there is a grant, for other records; args: record
    NoPublicKey, // has published none, so nothing can be wrapped for it; args: account
    BadPublicKey,     // what is published is no point, or another account's; args: account
    NotOnThisNetwork, // the network has no contract for grants
    NotHolder,        // only the holder of the title grants; args: holder
    ToHolder,         // the holder reads without a grant
    BadSpan,          // the grant would end before it begins, or is over already
    BadScope,         // no kinds, or records that end before they begin
    TooMany,          // args: the most
    NoGrant           // nothing to revoke; args: account
};
constexpr Domain domainOf(PrivacyError)
{
    return Domain::Privacy;
}
} // namespace autochain
