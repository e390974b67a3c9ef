// SPDX-License-Identifier: GPL-3.0-or-later
// The roots of published tries are in `vectors-check trie`; here are the proofs, and how they are forged.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "base/hex.h"
#include "chain/trie.h"
#include "chain/trie_path.h"
#include "chain/trie_proof.h"
#include "crypto/hash.h"
#include "rlp_item.h"
#endif

#include <QTest>

#include <map>

using namespace autochain;

namespace
{

Bytes hashedKey(std::uint64_t number)
{
    return toBytes(keccak256(U256(number).toBigEndian()).view());
}

Bytes number(std::uint64_t value)
{
    Bytes out;
    rlp::appendUint(out, U256(value));
    return out;
}

// Storage with the words 1 … count in the slots 0 … count - 1.
Trie storage(std::uint64_t count)
{
    Trie trie;
    for (std::uint64_t i = 0; i < count; ++i) {
        trie.set(hashedKey(i), number(i + 1));
    }
    return trie;
}

Hash32 slot(std::uint64_t number)
{
    return Hash32::from(U256(number).toBigEndian());
}

rlp::Item string(Bytes bytes)
{
    return {false, std::move(bytes), {}};
}
rlp::Item list(std::vector<rlp::Item> items)
{
    return {true, {}, std::move(items)};
}

Bytes hashBytes(BytesView node)
{
    return toBytes(keccak256(node).view());
}

// A branch with these children, the other places empty.
rlp::Item branch(const std::map<std::size_t, rlp::Item>& children, Bytes value = {})
{
    rlp::Item out = list(std::vector<rlp::Item>(16, string({})));
    for (const auto& [place, child] : children) {
        out.items[place] = child;
    }
    out.items.push_back(string(std::move(value)));
    return out;
}

rlp::Item pathNode(const Bytes& key, std::size_t from, std::size_t to, bool isLeaf, rlp::Item below)
{
    return list({string(encodePath(Nibbles(key, from, to), isLeaf)), std::move(below)});
}

// What proveKey says of the nodes, the first of which is the root.
std::string verdict(const Bytes& key, const std::vector<rlp::Item>& items, TrieKeys keys = TrieKeys::Hashed)
{
    std::vector<Bytes> nodes;
    for (const auto& item : items) {
        nodes.push_back(rlp::encode(item));
    }
    const auto proven = proveKey(keccak256(nodes.front()), key, nodes, keys);
    if (!proven.ok()) {
        return proven.error().is(ChainError::BadProof) ? proven.error().detail : "another error";
    }
    return *proven ? "found" : "absent";
}

const Bytes kKey = hashedKey(1);
const Bytes kValue = {0x05};
// A child that is not on the way.
const rlp::Item kOther = string(Bytes(32, 0x77));

} // namespace

class TestTrieProof : public QObject
{
    Q_OBJECT

private slots:
    void provesWhatIsThereAndWhatIsNot()
    {
        for (const std::uint64_t count : {1, 2, 3, 17, 300}) {
            const Trie trie = storage(count);
            for (std::uint64_t i = 0; i < count + 50; ++i) {
                const auto word = proveSlot(trie.root(), slot(i), trie.proofOf(hashedKey(i)));
                QVERIFY2(word.ok(), word.ok() ? "" : word.error().detail.c_str());
                QVERIFY(*word == U256(i < count ? i + 1 : 0));
            }
        }
    }

    // Of one slot's proof, nothing else can be read and nothing can be left out or put in.
    void noOtherProofFits()
    {
        const Trie trie = storage(300);
        const auto nodes = trie.proofOf(hashedKey(7));
        QVERIFY(nodes.size() >= 2);
        for (std::size_t cut = 0; cut < nodes.size(); ++cut) {
            auto fewer = nodes;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(cut));
            QVERIFY(!proveSlot(trie.root(), slot(7), fewer).ok());
        }
        QVERIFY(!proveSlot(trie.root(), slot(7), {}).ok());
        for (std::size_t place = 0; place <= nodes.size(); ++place) {
            auto more = nodes;
            more.insert(more.begin() + static_cast<std::ptrdiff_t>(place), nodes[0]);
            QVERIFY(!proveSlot(trie.root(), slot(7), more).ok());
        }
        QVERIFY(!proveSlot(storage(299).root(), slot(7), nodes).ok());
        const auto another = proveSlot(trie.root(), slot(8), nodes);
        QVERIFY(!another.ok() || *another == U256(9)); // never a zero or another word
        for (std::size_t n = 0; n < nodes.size(); ++n) {
            for (std::size_t bit = 0; bit < 8 * nodes[n].size(); bit += 3) {
                auto spoiled = nodes;
                spoiled[n][bit / 8] = static_cast<std::uint8_t>(spoiled[n][bit / 8] ^ 1U << (bit % 8));
                QVERIFY(!proveSlot(trie.root(), slot(7), spoiled).ok());
            }
        }
    }

    void emptyProvesOnlyTheEmptyTrie()
    {
        QCOMPARE(toHex0x(emptyTrieRoot()),
                 std::string("0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421"));
        const std::vector<Bytes> none;
        const std::vector<Bytes> emptyNode{Bytes{0x80}};
        QVERIFY(*proveSlot(emptyTrieRoot(), slot(1), none) == U256());
        QVERIFY(*proveSlot(emptyTrieRoot(), slot(1), emptyNode) == U256());
        QVERIFY(!proveSlot(emptyTrieRoot(), slot(1), std::vector<Bytes>{Bytes{0xc0}}).ok());
        QVERIFY(!proveSlot(emptyTrieRoot(), slot(1), std::vector<Bytes>{Bytes()}).ok());
        QVERIFY(!proveSlot(storage(1).root(), slot(1), none).ok());
        QVERIFY(!proveSlot(storage(1).root(), slot(1), emptyNode).ok());
        QVERIFY(!proveSlot(Hash32(), slot(1), none).ok());
        QVERIFY(Trie().proofOf(kKey).empty());
        QVERIFY(Trie().root() == emptyTrieRoot());
    }

    void leaves()
    {
        QCOMPARE(verdict(kKey, {pathNode(kKey, 0, 64, true, string(kValue))}), std::string("found"));
        QCOMPARE(verdict(hashedKey(2), {pathNode(kKey, 0, 64, true, string(kValue))}), std::string("absent"));
        QCOMPARE(verdict(kKey, {pathNode(kKey, 0, 64, true, string({}))}), std::string("leaf without value"));
        QCOMPARE(verdict(kKey, {pathNode(kKey, 0, 64, true, list({}))}), std::string("leaf without value"));
        // An absence by a leaf that no hashed key can have.
        QCOMPARE(verdict(kKey, {pathNode(kKey, 0, 62, true, string(kValue))}), std::string("leaf of another length"));
        QCOMPARE(verdict(kKey, {pathNode(kKey, 1, 64, true, string(kValue))}), std::string("leaf of another length"));
        QCOMPARE(verdict(kKey, {pathNode(kKey, 0, 64, true, string(kValue)), list({})}),
                 std::string("nodes that are not needed"));
    }

    void paths()
    {
        const auto withPath = [](const Bytes& compact) {
            return verdict(kKey, {list({string(compact), string(kValue)})});
        };
        Bytes even{0x20};
        append(even, kKey);
        QCOMPARE(withPath(even), std::string("found"));
        for (const std::uint8_t first : {0x21, 0x2f, 0x40, 0x60, 0x80, 0xe0}) { // padding, and flags nobody knows
            Bytes bad = even;
            bad[0] = first;
            QCOMPARE(withPath(bad), std::string("path"));
        }
        QCOMPARE(withPath({}), std::string("path"));
        QCOMPARE(verdict(kKey, {list({list({}), string(kValue)})}), std::string("path"));
        for (const std::size_t from : {0, 1, 2, 63, 64}) {
            for (const bool leaf : {false, true}) {
                const Bytes compact = encodePath(Nibbles(kKey, from, 64), leaf);
                const auto read = decodePath(compact);
                QVERIFY(read && read->isLeaf == leaf && read->nibbles.size() == 64 - from);
                QVERIFY(read->nibbles.startsWith(Nibbles(kKey, from, 64)));
            }
        }
    }

    void extensions()
    {
        const Nibbles key(kKey);
        const std::size_t at = key.at(5);
        const rlp::Item leaf = pathNode(kKey, 6, 64, true, string(kValue));
        const rlp::Item fork = branch({{at, string(hashBytes(rlp::encode(leaf)))}, {(at + 1) % 16, kOther}});
        const auto hashOfItem = [](const rlp::Item& item) { return string(hashBytes(rlp::encode(item))); };
        QCOMPARE(verdict(kKey, {pathNode(kKey, 0, 5, false, hashOfItem(fork)), fork, leaf}), std::string("found"));
        // One that leads elsewhere proves absence, and needs nothing below.
        Bytes elsewhere = kKey;
        elsewhere[0] ^= 0x10;
        QCOMPARE(verdict(kKey, {pathNode(elsewhere, 0, 5, false, hashOfItem(fork))}), std::string("absent"));
        QCOMPARE(verdict(kKey, {pathNode(elsewhere, 0, 5, false, hashOfItem(fork)), fork}),
                 std::string("nodes that are not needed"));
        QCOMPARE(verdict(kKey, {pathNode(kKey, 0, 0, false, hashOfItem(fork)), fork}), std::string("extension"));
        QCOMPARE(verdict(kKey, {pathNode(kKey, 0, 5, false, string({})), fork}), std::string("extension"));
        QCOMPARE(verdict(kKey, {pathNode(kKey, 0, 5, false, string(Bytes(31, 1))), fork}), std::string("extension"));
        const rlp::Item below = pathNode(kKey, 5, 64, true, string(kValue));
        QCOMPARE(verdict(kKey, {pathNode(kKey, 0, 5, false, hashOfItem(below)), below}),
                 std::string("extension that leads to no branch"));
        // As long as the key: it would leave nothing for the branch.
        QCOMPARE(verdict(kKey, {pathNode(kKey, 0, 64, false, kOther)}), std::string("extension beyond the key"));
        QCOMPARE(verdict(kKey, {pathNode(kKey, 0, 5, false, hashOfItem(fork))}), std::string("nodes are missing"));
    }

    void branches()
    {
        const std::size_t at = Nibbles(kKey).at(0);
        const std::size_t beside = (at + 1) % 16;
        const rlp::Item leaf = pathNode(kKey, 1, 64, true, string(kValue));
        const rlp::Item named = string(hashBytes(rlp::encode(leaf)));
        QCOMPARE(verdict(kKey, {branch({{at, named}, {beside, kOther}}), leaf}), std::string("found"));
        QCOMPARE(verdict(kKey, {branch({{beside, kOther}, {(at + 2) % 16, kOther}})}), std::string("absent"));
        QCOMPARE(verdict(kKey, {branch({{at, named}}), leaf}), std::string("branch with fewer than two children"));
        QCOMPARE(verdict(kKey, {branch({})}), std::string("branch with fewer than two children"));
        QCOMPARE(verdict(kKey, {branch({{at, named}, {beside, kOther}}, {1}), leaf}),
                 std::string("branch with a value"));
        QCOMPARE(verdict(kKey, {branch({{beside, string(Bytes(31, 1))}, {at, named}}), leaf}),
                 std::string("branch with a child that is none"));
        // 32 bytes and more stand under their hash.
        QCOMPARE(verdict(kKey, {branch({{at, leaf}, {beside, kOther}})}),
                 std::string("branch with a child that is none"));
        rlp::Item eighteen = branch({{at, named}, {beside, kOther}});
        eighteen.items.push_back(string({}));
        QCOMPARE(verdict(kKey, {eighteen, leaf}), std::string("branch with a value"));
        rlp::Item sixteen = branch({{at, named}, {beside, kOther}});
        sixteen.items.pop_back();
        QCOMPARE(verdict(kKey, {sixteen, leaf}), std::string("branch with a value"));
        QCOMPARE(verdict(kKey, {list({kOther})}), std::string("node"));
        QCOMPARE(verdict(kKey, {string(kKey)}), std::string("node"));
    }

    void shortNodesStandInTheirParents()
    {
        // Two keys that part at the last nibble: leaves of a few bytes.
        Bytes a = kKey;
        Bytes b = kKey;
        a[31] = 0x10;
        b[31] = 0x11;
        Trie trie;
        trie.set(a, kValue);
        trie.set(b, kValue);
        const auto nodes = trie.proofOf(a);
        QVERIFY(proveKey(trie.root(), a, nodes, TrieKeys::Hashed).ok());
        QVERIFY(toBytes(**proveKey(trie.root(), b, trie.proofOf(b), TrieKeys::Hashed)) == kValue);
        Bytes c = a;
        c[31] = 0x12;
        QVERIFY(!*proveKey(trie.root(), c, trie.proofOf(c), TrieKeys::Hashed));
        // The same leaf named by its hash is not how a trie is written.
        const rlp::Item leaf = pathNode(a, 64, 64, true, string(kValue));
        const rlp::Item forged = branch({{0, string(hashBytes(rlp::encode(leaf)))}, {1, kOther}});
        QCOMPARE(verdict(a, {pathNode(a, 0, 63, false, string(hashBytes(rlp::encode(forged)))), forged, leaf}),
                 std::string("a short node named by its hash"));
    }

    void accounts()
    {
        Address address;
        address.bytes[0] = 7;
        const Account account{3, U256(5'000), emptyTrieRoot(), keccak256(BytesView())};
        const auto encoded = [](const Account& value) {
            Bytes payload;
            rlp::appendUint(payload, U256(value.nonce));
            rlp::appendUint(payload, value.balanceWei);
            rlp::appendString(payload, value.storageRoot.view());
            rlp::appendString(payload, value.codeHash.view());
            return rlp::list(payload);
        };
        Trie state;
        const Bytes key = toBytes(keccak256(address.view()).view());
        state.set(key, encoded(account));
        state.set(hashedKey(9), encoded({}));
        QVERIFY(**proveAccount(state.root(), address, state.proofOf(key)) == account);
        Address stranger;
        const auto none = proveAccount(state.root(), stranger, state.proofOf(keccak256(stranger.view()).view()));
        QVERIFY(none.ok() && !*none);
        for (const std::string hex : {"c0", "80", "05", "c4010203"}) {
            state.set(key, *fromHex(hex));
            QVERIFY(proveAccount(state.root(), address, state.proofOf(key)).error().is(ChainError::BadProof));
        }
    }

    void wordsAreNumbers()
    {
        const std::string tooLong = "a1" + std::string(66, '1');
        for (const std::string& hex : std::vector<std::string>{"80", "00", "8100", "820001", "c0", "0101", tooLong}) {
            Trie trie = storage(3);
            trie.set(hashedKey(1), *fromHex(hex));
            QVERIFY2(!proveSlot(trie.root(), slot(1), trie.proofOf(hashedKey(1))).ok(), hex.c_str());
        }
    }

    void indexes()
    {
        std::vector<Bytes> items;
        for (int i = 0; i < 300; ++i) {
            items.push_back(Bytes(static_cast<std::size_t>(1 + i % 50), static_cast<std::uint8_t>(i + 1)));
        }
        for (const std::size_t count : {0, 1, 2, 127, 128, 129, 255, 256, 300}) {
            const std::vector<Bytes> some(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(count));
            Trie trie;
            for (std::size_t i = 0; i < count; ++i) {
                trie.set(number(i), some[i]);
            }
            QVERIFY(orderedRoot(some) == trie.root());
            for (std::size_t i = 0; i < count + 3; ++i) {
                const auto nodes = trie.proofOf(number(i));
                const auto item = proveIndex(trie.root(), i, nodes);
                QVERIFY(item.ok());
                QVERIFY(i < count ? toBytes(**item) == some[i] : !*item);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTrieProof)
#include "tst_trie_proof.moc"
