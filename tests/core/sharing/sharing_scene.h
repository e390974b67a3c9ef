// SPDX-License-Identifier: GPL-3.0-or-later
// A car, people with keys, a node whose storage says who granted what, a folder of blocks, and the part of the signer
// that unwraps keys, with the same functions the real one uses.
#pragma once

#include "../await.h"
#include "content/folder_content_store.h"
#include "contracts/generated/section_grants.h"
#include "contracts/generated/vehicle_registry.h"
#include "crypto/hash.h"
#include "net/fake_node.h"
#include "sharing/section_desk.h"

#include <QTemporaryDir>

namespace autochain::testing
{

inline PrivateKey keyOf(std::string_view name)
{
    return std::move(*PrivateKey::fromBytes(SecretBytes::copyOf(keccak256(name).view())));
}
inline Address addressOf(std::string_view name)
{
    return keyOf(name).address();
}

class KeyHolder : public SectionKeyPort // who has these keys and always says yes, or never
{
public:
    std::vector<std::string> names;
    bool says = true;
    int asked = 0;

    QCoro::Task<Result<PublicKey>> publicKey(Address account) override
    {
        const auto key = find(account);
        if (!key) {
            co_return SigningError::UnknownAccount;
        }
        co_return PublicKey(*key);
    }
    QCoro::Task<Result<std::vector<std::optional<SecretBytes>>>> openSections(Address account, Hash32 vehicleId,
                                                                              std::vector<privacy::LockedKey> sections,
                                                                              SigningHints hints) override
    {
        Q_UNUSED(vehicleId)
        Q_UNUSED(hints)
        ++asked;
        const auto key = find(account);
        if (!key || !says) {
            co_return key ? SigningError::Declined : SigningError::UnknownAccount;
        }
        std::vector<std::optional<SecretBytes>> out;
        for (const auto& one : sections) {
            auto opened = privacy::unwrapKey(one, *key);
            out.push_back(opened.ok() ? std::optional<SecretBytes>(std::move(*opened)) : std::nullopt);
        }
        co_return std::move(out);
    }

private:
    std::optional<PrivateKey> find(const Address& account) const
    {
        for (const std::string& name : names) {
            if (addressOf(name) == account) {
                return keyOf(name);
            }
        }
        return std::nullopt;
    }
};

class SharingScene
{
    QTemporaryDir m_folder; // before who writes into it

public:
    static constexpr std::uint8_t kService = 4;
    static constexpr std::uint8_t kRepair = 5;
    const Hash32 car = keccak256(std::string_view("JM1BPALM9K1134592"));
    NetworkFile network;
    net::FakeNode node;
    FolderContentStore content;
    KeyHolder signer;
    sharing::SectionDesk desk;

    SharingScene() : content(m_folder.path().toStdString()), desk(node, content, network, signer)
    {
        network.contracts = {{"vehicleRegistry", addressOf("registry")}, {"sectionGrants", addressOf("grants")}};
        node.top = {100, {}, 1'000};
        setHolder("bob");
        for (const char* name : {"bob", "alice", "martin", "shop"}) {
            publish(name);
            signer.names.emplace_back(name);
        }
    }

    void setTime(UnixTime time) { node.top.time = time; }
    void setHolder(std::string_view name)
    {
        set("vehicleRegistry", contracts::vehicleRegistry::holdersReader(car), {word(addressOf(name).view())});
    }
    void publish(std::string_view name)
    {
        const auto point = keyOf(name).publicKey64();
        set("sectionGrants", contracts::sectionGrants::keysReader(addressOf(name)),
            {word(BytesView(point).first(32)), word(BytesView(point).last(32))});
    }
    void unpublish(std::string_view name)
    {
        set("sectionGrants", contracts::sectionGrants::keysReader(addressOf(name)), {U256(), U256()});
    }
    // As the contract keeps it: the list grows by who is new to this holder.
    void grant(std::string_view holder, std::string_view grantee, const privacy::ReadGrant& g)
    {
        const U256 span = U256(static_cast<std::uint64_t>(g.from)) | (U256(static_cast<std::uint64_t>(g.until)) << 64) |
                          (U256(g.firstRecord) << 128) | (U256(g.lastRecord) << 192);
        set("sectionGrants", contracts::sectionGrants::grantsReader(car, addressOf(holder), addressOf(grantee)),
            {span, U256(g.kinds), word(g.keysDigest.view())});
        auto& listed = m_listed[std::string(holder)];
        if (std::find(listed.begin(), listed.end(), grantee) == listed.end()) {
            set("sectionGrants", contracts::sectionGrants::granteesReader(car, addressOf(holder), listed.size()),
                {word(addressOf(grantee).view())});
            listed.emplace_back(grantee);
            set("sectionGrants", contracts::sectionGrants::granteesLengthReader(car, addressOf(holder)),
                {U256(listed.size())});
        }
    }
    static privacy::ReadGrant services(UnixTime until)
    {
        return {900, until, 0, privacy::kEveryRecord, 1U << kService, {}};
    }

    // Seals a text as the next record of the car.
    Result<sharing::SectionDesk::Sealed> seal(std::string_view writer, const std::string& text,
                                              std::uint8_t kind = kService)
    {
        const std::uint64_t record = m_car.sections.size();
        auto sealed = await(desk.seal(
            {car, kind, record, addressOf(writer), {"a.txt", "text/plain", toBytes(std::string_view(text))}}));
        if (sealed.ok()) {
            m_car.sections.push_back({record, kind, addressOf(writer), sealed->section.digest});
        }
        return sealed;
    }
    // "text" or the error's number.
    Result<std::string> open(std::string_view reader, std::uint64_t record)
    {
        const auto document = await(desk.open(history(), record, addressOf(reader)));
        if (!document.ok()) {
            return document.error();
        }
        return std::string(document->content.begin(), document->content.end());
    }
    sharing::SectionsOfCar history()
    {
        m_car.vehicleId = car;
        m_car.recordCount = m_car.sections.size();
        return m_car;
    }
    // Shares and puts the grant into the storage, as the transaction would.
    Result<sharing::SectionDesk::Share> share(std::string_view holder, std::string_view grantee,
                                              const privacy::ReadGrant& wanted)
    {
        auto shared = await(desk.share(history(), addressOf(holder), addressOf(grantee), wanted));
        if (shared.ok()) {
            grant(holder, grantee, shared->grant);
        }
        return shared;
    }
    sharing::SectionsOfCar m_car;

private:
    static U256 word(BytesView bytes) { return U256::fromBigEndian(bytes); }
    template <typename Reader>
    void set(const char* contract, const Reader& reader, const std::vector<U256>& values)
    {
        for (std::size_t i = 0; i < reader.slotKeys.size(); ++i) {
            node.setWord(network.contract(contract), reader.slotKeys[i], values.at(i));
        }
    }
    std::map<std::string, std::vector<std::string>> m_listed;
};

} // namespace autochain::testing
