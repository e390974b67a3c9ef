// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "chain/trie.h"
#include "codec/json.h"
#include "codec/rlp.h"
#include "crypto/hash.h"
#include "net/account_proof.h"
#endif
#include "vectors.h"

#include <QTest>

using namespace autochain;
using namespace autochain::net;

namespace
{

Hash32 slot(std::uint64_t number)
{
    return Hash32::from(U256(number).toBigEndian());
}

Bytes keyOf(BytesView of)
{
    return toBytes(keccak256(of).view());
}

// A state of two accounts, one of which has the words 1 … 20 in slots 0 … 19.
struct State {
    Trie accounts;
    Trie storage;
    Address contract;
    Account account;

    State()
    {
        contract.bytes[0] = 9;
        for (std::uint64_t i = 0; i < 20; ++i) {
            Bytes word;
            rlp::appendUint(word, U256(i + 1));
            storage.set(keyOf(slot(i).view()), word);
        }
        account = {1, U256(500), storage.root(), keccak256("code")};
        Address other;
        put(contract, account);
        put(other, {0, U256(7), emptyTrieRoot(), keccak256(BytesView())});
    }
    void put(const Address& address, const Account& value)
    {
        Bytes payload;
        rlp::appendUint(payload, U256(value.nonce));
        rlp::appendUint(payload, value.balanceWei);
        rlp::appendString(payload, value.storageRoot.view());
        rlp::appendString(payload, value.codeHash.view());
        accounts.set(keyOf(address.view()), rlp::list(payload));
    }
    AccountProof proof() const
    {
        AccountProof out{contract, storage.root(), accounts.proofOf(keyOf(contract.view())), {}};
        for (const std::uint64_t i : {3, 19, 25}) { // the last is not there
            out.storage.push_back({slot(i), U256(i < 20 ? i + 1 : 0), storage.proofOf(keyOf(slot(i).view()))});
        }
        return out;
    }
};

bool refused(const AccountProof& proof, const State& state)
{
    const auto verified = verifyAccountProof(proof, state.accounts.root());
    return !verified.ok() && verified.error().is(ChainError::BadProof);
}

} // namespace

class TestAccountProof : public QObject
{
    Q_OBJECT

private slots:
    void takesWhatIsInTheState()
    {
        const State state;
        const auto verified = verifyAccountProof(state.proof(), state.accounts.root());
        QVERIFY(verified.ok());
        QVERIFY(**verified == state.account);
    }

    // What another program made of its own state: three proofs out of anvil.
    void takesWhatAnvilProves()
    {
        const QJsonObject file = test::readVectors("proofs/anvil.json").object();
        const Hash32 root = *json::hash32(file, "stateRoot");
        const QJsonArray answers = file.value(QStringLiteral("proofs")).toArray();
        const std::vector<std::vector<Hash32>> keys{{slot(0), slot(1), slot(39), slot(40), slot(12345)}, {}, {slot(0)}};
        QCOMPARE(answers.size(), qsizetype{3});
        std::vector<std::optional<Account>> accounts;
        for (qsizetype i = 0; i < 3; ++i) {
            const Address address = *json::address(answers[i].toObject(), "address");
            const auto proof =
                readAccountProof("http://127.0.0.1", answers[i], address, keys[static_cast<std::size_t>(i)]);
            QVERIFY(proof.ok());
            const auto verified = verifyAccountProof(*proof, root);
            QVERIFY2(verified.ok(), verified.ok() ? "" : verified.error().detail.c_str());
            accounts.push_back(*verified);
            if (i == 0) {
                QVERIFY(proof->storage[2].value == U256(39 * 7 + 1) && proof->storage[3].value.isZero());
            }
        }
        QVERIFY(accounts[0] && accounts[0]->nonce == 1 && accounts[0]->balanceWei.isZero());
        QVERIFY(accounts[1] && accounts[1]->nonce == 1 && !accounts[1]->balanceWei.isZero());
        QVERIFY(!accounts[2]);
    }

    void refusesLies()
    {
        const State state;
        AccountProof lie = state.proof();
        lie.storage[0].value += U256(1);
        QVERIFY(refused(lie, state));
        lie = state.proof();
        lie.storage[0].value = U256();
        lie.storage[0].nodes.clear(); // "nothing there"
        QVERIFY(refused(lie, state));
        lie = state.proof();
        lie.storage[2].value = U256(1);
        QVERIFY(refused(lie, state));
        lie = state.proof();
        lie.storageRoot = emptyTrieRoot();
        QVERIFY(refused(lie, state));
        lie = state.proof();
        lie.nodes.clear();
        QVERIFY(refused(lie, state));
        lie = state.proof();
        lie.address.bytes[5] = 1; // the proof of another account
        QVERIFY(refused(lie, state));
        QVERIFY(!verifyAccountProof(state.proof(), state.storage.root()).ok());
    }

    void whatIsNotThereHasNoStorage()
    {
        const State state;
        AccountProof none;
        none.address.bytes[0] = 0x55;
        none.nodes = state.accounts.proofOf(keyOf(none.address.view()));
        none.storage = {{slot(1), U256(), {}}};
        const auto verified = verifyAccountProof(none, state.accounts.root());
        QVERIFY(verified.ok() && !*verified);
        none.storage[0].value = U256(1);
        QVERIFY(refused(none, state));
    }
};

QTEST_GUILESS_MAIN(TestAccountProof)
#include "tst_account_proof.moc"
