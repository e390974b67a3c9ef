// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/grant_calls.h"

#include "contracts/generated/section_grants.h"
#include "contracts/revert.h"
#include "crypto/address.h"
#include "sharing/grant_reader.h"

#include <array>

namespace autochain::sharing
{
namespace
{

Result<> demandHolder(const NetworkFile& network, const GrantFacts& facts)
{
    if (!isOffered(network)) {
        return PrivacyError::NotOnThisNetwork;
    }
    return facts.holder == facts.me ? Result<>()
                                    : Result<>(Error(PrivacyError::NotHolder, {checksumAddress(facts.holder)}));
}

struct Row {
    std::string_view name;
    PrivacyError error;
    std::string_view argument; // of the contract's error; empty: none
};

constexpr std::array kRows = {Row{"GrantsNotYourKey", PrivacyError::BadPublicKey, "account"},
                              Row{"GrantsNoKey", PrivacyError::NoPublicKey, "grantee"},
                              Row{"GrantsNotHolder", PrivacyError::NotHolder, "caller"},
                              Row{"GrantsToHolder", PrivacyError::ToHolder, ""},
                              Row{"GrantsBadSpan", PrivacyError::BadSpan, ""},
                              Row{"GrantsBadScope", PrivacyError::BadScope, ""},
                              Row{"GrantsTooMany", PrivacyError::TooMany, "most"},
                              Row{"GrantsNone", PrivacyError::NoGrant, "grantee"}};

} // namespace

Result<Call> publishKey(const NetworkFile& network, const PublicKey& own)
{
    if (!isOffered(network)) {
        return PrivacyError::NotOnThisNetwork;
    }
    const auto point = own.uncompressed64();
    return contracts::sectionGrants::publishKey(network.contract("sectionGrants"),
                                                Hash32::from(BytesView(point).first(32)),
                                                Hash32::from(BytesView(point).last(32)));
}

Result<Call> grantRead(const NetworkFile& network, const Hash32& vehicleId, const GrantFacts& facts,
                       const Address& grantee, const privacy::ReadGrant& grant)
{
    AC_CHECK(demandHolder(network, facts));
    if (grantee == facts.me) {
        return PrivacyError::ToHolder;
    }
    AC_CHECK(privacy::checkGrant(grant, facts.now));
    contracts::sectionGrants::Grant terms;
    terms.from = static_cast<std::uint64_t>(grant.from);
    terms.until = static_cast<std::uint64_t>(grant.until);
    terms.firstRecord = grant.firstRecord;
    terms.lastRecord = grant.lastRecord;
    terms.kinds = U256(grant.kinds);
    terms.keysDigest = grant.keysDigest;
    return contracts::sectionGrants::grantRead(network.contract("sectionGrants"), vehicleId, grantee, terms);
}

Result<Call> revokeRead(const NetworkFile& network, const Hash32& vehicleId, const GrantFacts& facts,
                        const Address& grantee, const privacy::ReadGrant& present)
{
    AC_CHECK(demandHolder(network, facts));
    if (!present.exists() || present.until <= facts.now) {
        return Error(PrivacyError::NoGrant, {checksumAddress(grantee)});
    }
    return contracts::sectionGrants::revokeRead(network.contract("sectionGrants"), vehicleId, grantee);
}

std::optional<Error> decodeGrantsRevert(BytesView revertData)
{
    const contracts::RevertReason reason = contracts::decodeRevert(revertData);
    for (const Row& row : kRows) {
        if (row.name != reason.name) {
            continue;
        }
        std::vector<std::string> args;
        for (const auto& argument : reason.args) {
            if (!row.argument.empty() && argument.name == row.argument) {
                args.push_back(argument.type.kind == abi::Type::Kind::Address
                                   ? checksumAddress(argument.value.address())
                                   : argument.value.number().toDecimal());
            }
        }
        return Error(row.error, std::move(args), reason.describe());
    }
    return std::nullopt;
}

} // namespace autochain::sharing
