// SPDX-License-Identifier: GPL-3.0-or-later
// Private sections: calls of the contract that holds the grants, and what opening sections means.
#include "contracts/generated/section_grants.h"
#include "crypto/public_key.h"
#include "signing/clear_signing_scene.h"

#include <set>

namespace autochain::signing
{

using namespace contracts; // NOLINT(google-build-using-namespace): this file is about them

namespace
{

// The point must be the account's own: who published another could not read what is wrapped for it.
Result<Statement> decodePublishKey(const Scene& scene)
{
    AC_TRY(const auto args, understood(sectionGrants::decodePublishKey(scene.calldata), "publishKey"));
    Bytes point{0x04};
    append(point, args.x.view());
    append(point, args.y.view());
    const auto key = PublicKey::fromBytes(point);
    if (!key.ok() || key->address() != scene.context.self) {
        return refused("another account's public key");
    }
    Draft draft(Kind::PublishKey, scene.context, scene.hints);
    draft.fact(FactKind::Account, draft.party(scene.context.self));
    draft.warn(Warning::PublicForGood);
    return draft.take();
}

Result<Statement> decodeGrantRead(const Scene& scene)
{
    AC_TRY(const auto args, understood(sectionGrants::decodeGrantRead(scene.calldata), "grantRead"));
    if (args.grantee.isZero() || args.grantee == scene.context.self) {
        return refused("a grant to nobody or to yourself");
    }
    Draft draft(Kind::ShareSections, scene.context, scene.hints);
    draft.setVehicle(args.vehicleId);
    draft.fact(FactKind::Reader, draft.party(args.grantee));
    draft.fact(FactKind::From, std::uint64_t{args.terms.from});
    draft.fact(FactKind::Until, std::uint64_t{args.terms.until});
    draft.fact(FactKind::RecordKinds, args.terms.kinds);
    draft.fact(FactKind::FirstRecord, std::uint64_t{args.terms.firstRecord});
    draft.fact(FactKind::LastRecord, std::uint64_t{args.terms.lastRecord});
    draft.fact(FactKind::KeysDigest, args.terms.keysDigest);
    draft.warn(Warning::CopiesStay);
    draft.warnOfStranger(args.grantee);
    return draft.take();
}

Result<Statement> decodeRevokeRead(const Scene& scene)
{
    AC_TRY(const auto args, understood(sectionGrants::decodeRevokeRead(scene.calldata), "revokeRead"));
    Draft draft(Kind::EndSharing, scene.context, scene.hints);
    draft.setVehicle(args.vehicleId);
    draft.fact(FactKind::Reader, draft.party(args.grantee));
    draft.warn(Warning::CopiesStay);
    return draft.take();
}

} // namespace

Decoder sectionsDecoder(const Selector& selector)
{
    static const std::map<Selector, Decoder> decoders = {
        {sectionGrants::kPublishKeySelector, decodePublishKey},
        {sectionGrants::kGrantReadSelector, decodeGrantRead},
        {sectionGrants::kRevokeReadSelector, decodeRevokeRead},
    };
    const auto found = decoders.find(selector);
    return found == decoders.end() ? nullptr : found->second;
}

Result<Statement> describeOpening(const std::vector<privacy::LockedKey>& sections, const Hash32& vehicleId,
                                  const SigningContext& context, const SigningHints& hints)
{
    Draft draft(Kind::OpenSections, context, hints);
    draft.setVehicle(vehicleId);
    U256 kinds;
    std::set<Address> sharedBy;
    std::uint64_t until = 0; // the earliest end
    for (const auto& one : sections) {
        if (one.head.vehicleId != vehicleId || one.key.reader != context.self) {
            return refused("sections of another car or for another account");
        }
        kinds = kinds | (U256(1) << one.head.kind);
        sharedBy.insert(one.key.sharedBy);
        until = one.key.until != 0 && (until == 0 || one.key.until < until) ? one.key.until : until;
    }
    if (sections.empty()) {
        return refused("no sections");
    }
    draft.fact(FactKind::Sections, std::uint64_t{sections.size()});
    draft.fact(FactKind::RecordKinds, kinds);
    for (const Address& who : sharedBy) {
        draft.fact(FactKind::SharedBy, draft.party(who));
    }
    draft.fact(FactKind::Until, until);
    draft.warn(Warning::SuiteReads);
    return draft.take();
}

} // namespace autochain::signing
