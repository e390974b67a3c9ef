// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/section_desk.h"

#include "crypto/address.h"
#include "crypto/random.h"
#include "privacy/key_block.h"

#include <algorithm>

namespace autochain::sharing
{
namespace
{

Error about(PrivacyError code, std::uint64_t record)
{
    return {code, {std::to_string(record)}};
}

Error about(PrivacyError code, const Address& account)
{
    return {code, {checksumAddress(account)}};
}

privacy::Reading readingOf(const ReaderState& state, const Address& reader, const SectionRef& ref)
{
    return {reader, state.holder, ref.writer, state.grant, ref.kind, ref.record};
}

std::vector<Address> accountsOf(const std::vector<SealedReader>& readers)
{
    std::vector<Address> out;
    for (const SealedReader& one : readers) {
        out.push_back(one.account);
    }
    return out;
}

Result<SecretBytes> randomKey()
{
    SecretBytes out(privacy::kContentKeyBytes);
    AC_CHECK(fillRandom(out.span()));
    return out;
}

struct Reader {
    PublicKey key;
    std::uint64_t until = 0;
};

Result<privacy::Section> sealFor(const SectionDesk::ToSeal& wanted, const std::vector<Reader>& readers)
{
    AC_TRY(const SecretBytes contentKey, randomKey());
    privacy::SectionId id{};
    AC_CHECK(fillRandom(id));
    AC_TRY(privacy::Section section,
           privacy::sealSection(wanted.vehicleId, wanted.kind, wanted.writer, id, contentKey, wanted.document));
    for (const Reader& reader : readers) {
        AC_TRY(const PrivateKey ephemeral, PrivateKey::generate());
        section.keys.push_back(
            privacy::wrapKey(section.head, contentKey, reader.key, wanted.writer, reader.until, ephemeral));
    }
    return section;
}

Result<> addKey(privacy::KeyBlock& block, const FoundSection& found, const SecretBytes& contentKey,
                const PublicKey& grantee)
{
    AC_TRY(const PrivateKey ephemeral, PrivateKey::generate());
    block.keys.push_back({found.ref.digest, privacy::wrapKey(found.section.head, contentKey, grantee, block.sharedBy,
                                                             block.until, ephemeral)});
    return {};
}

std::vector<Address> listOf(const Address& one)
{
    return {one};
}

} // namespace

QCoro::Task<Result<Sourced<SectionRights>>> readRights(NodePort& node, const NetworkFile& network, SectionsOfCar car,
                                                       Address reader)
{
    AC_CO_TRY(const auto state, co_await readReader(node, network, car.vehicleId, reader));
    Sourced<SectionRights> out;
    out.provenance = state.provenance;
    out.block = state.block;
    out.value.holder = state.value.holder;
    out.value.grant = state.value.grant;
    for (const SectionRef& ref : car.sections) {
        const auto reading = readingOf(state.value, reader, ref);
        out.value.sections.push_back(
            {ref.record, privacy::readRight(reading, static_cast<UnixTime>(state.block.time))});
    }
    co_return std::move(out);
}

std::vector<SealedReader> sealedReaders(const CarGrants& grants, const Address& writer, std::uint8_t kind,
                                        std::uint64_t record, UnixTime now)
{
    std::vector<SealedReader> out;
    if (grants.holder != writer) {
        out.push_back({grants.holder, 0});
    }
    for (const Grantee& one : grants.grantees) {
        const bool reads = one.grant.covers(kind, record) && now < one.grant.until;
        if (reads && one.account != writer && one.account != grants.holder) {
            out.push_back({one.account, static_cast<std::uint64_t>(one.grant.until)});
        }
    }
    return out;
}

SectionDesk::SectionDesk(NodePort& node, ContentPort& content, const NetworkFile& network, SectionKeyPort& signer)
    : m_node(node), m_content(content), m_network(network), m_signer(signer)
{
}

QCoro::Task<Result<SectionDesk::Sealed>> SectionDesk::seal(ToSeal wanted)
{
    AC_CO_TRY(const auto grants, co_await readGrants(m_node, m_network, wanted.vehicleId));
    const auto others = sealedReaders(grants.value, wanted.writer, wanted.kind, wanted.record,
                                      static_cast<UnixTime>(grants.block.time));
    AC_CO_TRY(const auto keys, co_await readPublicKeys(m_node, m_network, accountsOf(others)));
    AC_CO_TRY(const PublicKey own, co_await m_signer.publicKey(wanted.writer));
    Sealed out;
    std::vector<Reader> readers(1, Reader{own, 0});
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (!keys[i] && others[i].account == grants.value.holder) {
            co_return about(PrivacyError::NoPublicKey, others[i].account);
        }
        if (!keys[i] || readers.size() >= privacy::kMaxSectionKeys) {
            out.withoutKey.push_back(others[i].account);
            continue;
        }
        readers.push_back(Reader{*keys[i], others[i].until});
    }
    AC_CO_TRY(const privacy::Section section, sealFor(wanted, readers));
    for (const Reader& reader : readers) {
        out.readers.push_back(reader.key.address());
    }
    Bytes block = privacy::encodeSection(section);
    out.section.bytes = block.size();
    out.section.scheme = privacy::kScheme;
    AC_CO_TRY(out.section.digest, co_await m_content.put(std::move(block)));
    co_return std::move(out);
}

QCoro::Task<Result<SectionDesk::Unlocked>> SectionDesk::unlock(SectionsOfCar car, std::uint64_t record, Address me)
{
    const SectionRef* ref = sectionOf(car, record);
    if (ref == nullptr) {
        co_return about(PrivacyError::NoSection, record);
    }
    AC_CO_TRY(const auto state, co_await readReader(m_node, m_network, car.vehicleId, me));
    AC_CO_CHECK(privacy::demandRead(readingOf(state.value, me, *ref), static_cast<UnixTime>(state.block.time)));
    AC_CO_TRY(privacy::Section section, co_await loadSection(m_content, car.vehicleId, *ref));
    AC_CO_TRY(const auto blocks, co_await loadKeyBlocks(m_node, m_content, m_network, car, me, state.value.holder));
    std::vector<FoundSection> found(1, withKeys(*ref, std::move(section), blocks, me));
    if (found.front().keys.empty()) {
        co_return about(PrivacyError::NoKeyForYou, me);
    }
    AC_CO_TRY(auto keys, co_await unwrapAll(m_signer, me, car.vehicleId, car.vin, &found));
    if (!keys.front()) {
        co_return PrivacyError::WrongKey;
    }
    Unlocked out;
    out.section = std::move(found.front().section);
    out.key = *std::move(keys.front());
    co_return std::move(out);
}

QCoro::Task<Result<privacy::Document>> SectionDesk::open(SectionsOfCar car, std::uint64_t record, Address me)
{
    AC_CO_TRY(const Unlocked unlocked, co_await unlock(std::move(car), record, me));
    co_return privacy::openSection(unlocked.section, unlocked.key);
}

QCoro::Task<Result<SectionDesk::Disclosed>> SectionDesk::disclose(SectionsOfCar car, std::uint64_t record, Address me)
{
    AC_CO_TRY(Unlocked unlocked, co_await unlock(std::move(car), record, me));
    Disclosed out;
    out.block = privacy::encodeSection(unlocked.section);
    out.key = std::move(unlocked.key);
    co_return std::move(out);
}

QCoro::Task<Result<SectionDesk::Share>> SectionDesk::share(SectionsOfCar car, Address me, Address grantee,
                                                           privacy::ReadGrant grant)
{
    AC_CO_TRY(const auto state, co_await readReader(m_node, m_network, car.vehicleId, me));
    GrantFacts facts;
    facts.holder = state.value.holder;
    facts.me = me;
    facts.now = static_cast<UnixTime>(state.block.time);
    grant.keysDigest = {};
    AC_CO_CHECK(grantRead(m_network, car.vehicleId, facts, grantee, grant));
    AC_CO_TRY(const auto keysOfGrantee, co_await readPublicKeys(m_node, m_network, listOf(grantee)));
    if (!keysOfGrantee.front()) {
        co_return about(PrivacyError::NoPublicKey, grantee);
    }
    AC_CO_TRY(const auto blocks, co_await loadKeyBlocks(m_node, m_content, m_network, car, me, me));
    Share out;
    std::vector<FoundSection> found;
    for (const SectionRef& ref : car.sections) {
        if (!grant.covers(ref.kind, ref.record)) {
            continue;
        }
        auto section = co_await loadSection(m_content, car.vehicleId, ref);
        if (section.ok() && found.size() < privacy::kMaxBlockKeys) {
            found.push_back(withKeys(ref, std::move(*section), blocks, me));
        } else {
            out.shut.push_back(ref.record);
        }
    }
    AC_CO_TRY(const auto contentKeys, co_await unwrapAll(m_signer, me, car.vehicleId, car.vin, &found));
    privacy::KeyBlock block;
    block.vehicleId = car.vehicleId;
    block.sharedBy = me;
    block.reader = grantee;
    block.until = static_cast<std::uint64_t>(grant.until);
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!contentKeys[i]) {
            out.shut.push_back(found[i].ref.record);
            continue;
        }
        AC_CO_CHECK(addKey(block, found[i], *contentKeys[i], *keysOfGrantee.front()));
    }
    out.sections = block.keys.size();
    if (!block.keys.empty()) {
        Bytes bytes = privacy::encodeKeyBlock(block);
        AC_CO_TRY(grant.keysDigest, co_await m_content.put(std::move(bytes)));
    }
    out.grant = grant;
    AC_CO_TRY(out.call, grantRead(m_network, car.vehicleId, facts, grantee, grant));
    co_return std::move(out);
}

QCoro::Task<Result<Call>> SectionDesk::revoke(Hash32 vehicleId, Address me, Address grantee)
{
    AC_CO_TRY(const auto mine, co_await readReader(m_node, m_network, vehicleId, grantee));
    GrantFacts facts;
    facts.holder = mine.value.holder;
    facts.me = me;
    facts.now = static_cast<UnixTime>(mine.block.time);
    co_return revokeRead(m_network, vehicleId, facts, grantee, mine.value.grant);
}

} // namespace autochain::sharing
