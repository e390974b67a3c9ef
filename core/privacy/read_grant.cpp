// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/read_grant.h"

#include "crypto/address.h"

namespace autochain::privacy
{

bool ReadGrant::covers(std::uint8_t kind, std::uint64_t record) const
{
    return kind < 32 && (kinds >> kind & 1U) == 1 && firstRecord <= record && record <= lastRecord;
}

ReadRight readRight(const Reading& r, UnixTime chainTime)
{
    if (r.reader == r.holder) {
        return ReadRight::Holder;
    }
    if (r.reader == r.writer) {
        return ReadRight::Writer;
    }
    if (!r.grant.exists()) {
        return ReadRight::None;
    }
    if (!r.grant.covers(r.kind, r.record)) {
        return ReadRight::NotCovered;
    }
    if (chainTime >= r.grant.until) {
        return ReadRight::Ended;
    }
    return chainTime < r.grant.from ? ReadRight::NotYet : ReadRight::Granted;
}

Result<> demandRead(const Reading& r, UnixTime chainTime)
{
    switch (readRight(r, chainTime)) {
    case ReadRight::Holder:
    case ReadRight::Writer:
    case ReadRight::Granted:
        return {};
    case ReadRight::NotYet:
        return Error(PrivacyError::NotYet, {std::to_string(r.grant.from)});
    case ReadRight::Ended:
        return Error(PrivacyError::Ended, {std::to_string(r.grant.until)});
    case ReadRight::NotCovered:
        return Error(PrivacyError::NotCovered, {std::to_string(r.record)});
    case ReadRight::None:
        break;
    }
    return Error(PrivacyError::AskOwner, {checksumAddress(r.holder)});
}

Result<> checkGrant(const ReadGrant& grant, UnixTime chainTime)
{
    if (grant.from >= grant.until || grant.until <= chainTime) {
        return PrivacyError::BadSpan;
    }
    if (grant.kinds == 0 || grant.firstRecord > grant.lastRecord) {
        return PrivacyError::BadScope;
    }
    return {};
}

} // namespace autochain::privacy
