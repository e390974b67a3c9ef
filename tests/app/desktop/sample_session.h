// SPDX-License-Identifier: GPL-3.0-or-later
// An open home on fakes: a node without a chain, a signer without keys, an encrypted store in a temporary folder.
#pragma once

#include "base/amount.h"
#include "codec/transaction.h"
#include "content/folder_content_store.h"
#include "contracts/generated/auc.h"
#include "crypto/secp256k1.h"
#include "net/fake_node.h"
#include "session/session.h"
#include "signing/section_key_port.h"
#include "store/migration.h"

#include <QTemporaryDir>
#include <QTest>

namespace autochain::desktop
{

inline PrivateKey sampleKey();

class FakeSigner : public SignerPort, public SectionKeyPort
{
public:
    SignerStatus answer;
    std::function<Result<Bytes>(const Transaction&)> onSign;      // none: Declined
    std::function<Result<Bytes>(const std::string&)> onSignTyped; // none: Declined
    int asked = 0;

    QCoro::Task<Result<SignerStatus>> status() override
    {
        SignerStatus copy = answer; // GCC 12 moves even a member out of its object
        co_return copy;
    }
    QCoro::Task<Result<Bytes>> signTransaction(Address account, Transaction transaction, SigningHints hints) override
    {
        Q_UNUSED(account)
        Q_UNUSED(hints)
        ++asked;
        if (!onSign) {
            co_return SigningError::Declined;
        }
        co_return onSign(transaction);
    }
    QCoro::Task<Result<Bytes>> signTypedData(Address account, std::string json, SigningHints hints) override
    {
        Q_UNUSED(account)
        Q_UNUSED(hints)
        if (!onSignTyped) {
            co_return SigningError::Declined;
        }
        co_return onSignTyped(json);
    }
    QCoro::Task<Result<PublicKey>> publicKey(Address account) override
    {
        Q_UNUSED(account)
        co_return PublicKey(sampleKey());
    }
    QCoro::Task<Result<std::vector<std::optional<SecretBytes>>>> openSections(Address account, Hash32 vehicleId,
                                                                              std::vector<privacy::LockedKey> sections,
                                                                              SigningHints hints) override
    {
        Q_UNUSED(account)
        Q_UNUSED(vehicleId)
        Q_UNUSED(hints)
        std::vector<std::optional<SecretBytes>> out;
        for (const auto& one : sections) {
            auto opened = privacy::unwrapKey(one, sampleKey());
            out.push_back(opened.ok() ? std::optional<SecretBytes>(std::move(*opened)) : std::nullopt);
        }
        co_return std::move(out);
    }
    QCoro::Task<Result<>> lock() override
    {
        answer.unlocked = false;
        co_return Unit{};
    }
};

inline Address sampleAddress(std::uint8_t last)
{
    Address address;
    address.bytes.fill(0x11);
    address.bytes.back() = last;
    return address;
}

// Alice's key: one everybody knows.
inline PrivateKey sampleKey()
{
    SecretBytes one(32);
    one.data()[31] = 1;
    return PrivateKey::fromBytes(std::move(one)).value();
}
inline Address sampleMe()
{
    return sampleKey().address();
}

inline NetworkFile sampleNetwork()
{
    NetworkFile network;
    network.name = "Practice market";
    network.kind = NetworkKind::Practice;
    network.chainId = 31337;
    network.coin = "ETC";
    network.nodeUrls = {"http://127.0.0.1:1"};
    network.confirmations = 1;
    std::uint8_t last = 0x80;
    for (const char* key : {"auc", "incentivePool", "treasury", "privatePlacement", "team", "participants",
                            "vehicleRegistry", "listingBoard", "dealBook", "dealModule", "dealGuard", "appraisalDesk",
                            "safeSetup", "safe", "safeProxyFactory"}) {
        network.contracts[key] = sampleAddress(last++);
    }
    network.people = {{"Alice Brandt", sampleMe(), "buyer", {}}, {"Bob Keller", sampleAddress(2), "seller", {}}};
    return network;
}

// Everything a test needs to reach into; the session owns node and signer.
class SampleSession
{
public:
    // `folder`: where its records lie; empty: in one that goes with this.
    explicit SampleSession(NetworkFile network = sampleNetwork(), const QString& folder = {})
    {
        const QString home = folder.isEmpty() ? m_folder.path() : folder;
        auto fakeNode = std::make_unique<net::FakeNode>();
        auto fakeSigner = std::make_unique<FakeSigner>();
        node = fakeNode.get();
        signer = fakeSigner.get();
        node->id = network.chainId;
        node->top = {100, {}, m_clock.now()};
        node->fee.gasPrice = U256(1'000'000'000);
        node->fee.dynamic = false;
        node->accounts[sampleMe()].balanceWei = auc(2);
        const std::string path = (home + QStringLiteral("/store.db")).toStdString();
        auto database = store::openStore(path, SecretBytes(32));
        Q_ASSERT(database.ok());
        session = std::make_unique<Session>(
            SessionParts{std::move(network), home + QStringLiteral("/network.json"), home, std::move(fakeNode), nullptr,
                         nullptr, std::move(fakeSigner),
                         std::make_unique<ContentStores>((home + QStringLiteral("/content")).toStdString(), m_clock),
                         std::move(*database), sampleMe(), QStringLiteral("Alice Brandt"), 0},
            m_clock);
    }
    ~SampleSession() { end(); }
    // Waits for the last task. What the tasks use (view-models) has to live until then.
    void end()
    {
        if (session != nullptr) { // else the app has it
            session->close();
            (void)QTest::qWaitFor([this] { return session->gate().running() == 0; }, 5'000);
        }
    }

    // What lies on the person's account, as the token's storage says.
    void setAuc(const U256& amount)
    {
        const Address token = session->network().contract("auc");
        node->setWord(token, contracts::auc::balancesReader(sampleMe()).slotKeys.front(), amount);
    }
    // From now on the signer signs, and what is sent is in a block at once.
    void letSign()
    {
        signer->onSign = [](const Transaction& tx) -> Result<Bytes> {
            return encodeSigned(tx, sampleKey().sign(signingHash(tx)));
        };
        node->onSend = [this](const Bytes& raw) -> Result<Hash32> {
            Receipt receipt;
            receipt.transactionHash = transactionHash(raw);
            node->top.number += 1;
            receipt.block = node->top;
            receipt.succeeded = true;
            receipt.gasUsed = 50'000;
            node->receipts[receipt.transactionHash] = receipt;
            return receipt.transactionHash;
        };
    }

    FixedClock& clock() { return m_clock; }
    net::FakeNode* node = nullptr;
    FakeSigner* signer = nullptr;
    std::unique_ptr<Session> session;

private:
    QTemporaryDir m_folder;
    FixedClock m_clock{1'795'530'000}; // 24 Nov 2026
};

} // namespace autochain::desktop
