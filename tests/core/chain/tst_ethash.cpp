// SPDX-License-Identifier: GPL-3.0-or-later
// Seals of real headers are in `vectors-check seal` and `pow`; here is what these do not show.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "chain/ethash_kernel.h"
#include "chain/sealed_header.h"
#include "crypto/hash.h"
#include "crypto/keccak_state.h"
#include "headers.h"
#endif

#include <QTest>

#include <random>

using namespace autochain;
using namespace autochain::test;

namespace
{

const ethash::LightCache& firstCache()
{
    static const auto kCache = ethash::LightCache::generate({0, 0});
    return kCache;
}

// Block 18,186,239 of Ethereum Classic, as a core-geth node gave it (core-geth, params/config_classic.go).
Header classicHeader()
{
    Header header;
    const auto hash = [](const char* hex) { return hash32FromHex(hex).value(); };
    header.parentHash = hash("0x2b1ab0d1f439ba7a66d8d59cc14675689365d9ce8de8a9603a8fd3adbe2b1f9c");
    header.unclesHash = noUnclesHash();
    header.beneficiary = addressFromHex("0x0239da7f7d5af4cff574c507bb6ce18ddc73b875").value();
    header.stateRoot = hash("0xa45491c784422a2109c6e54224888c1b708c5c1d5a64b08bab16bdee8b1b857d");
    header.transactionsRoot = hash("0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421");
    header.receiptsRoot = header.transactionsRoot;
    header.difficulty = U256(0x6a6bbe665e6ae);
    header.number = 0x1157fff;
    header.gasLimit = 0x790003;
    header.timestamp = 0x64e77466;
    header.extraData = fromHex("0xe4b883e5bda9e7a59ee4bb99e9b1bc020621").value();
    header.mixHash = hash("0xd3fbca722640d62c4c351ef4d594c0a0925859428bde707396e55c73052f3b08");
    header.nonce = BlockNonce::from(fromHex("0x0e061fa013f2ca55").value());
    return header;
}

} // namespace

class TestEthash : public QObject
{
    Q_OBJECT

private slots:
    // Yellow Paper, appendix J, and the tables of sizes published with Ethash.
    void knownSizes()
    {
        QCOMPARE(ethash::cacheBytes(0), std::uint64_t{16'776'896});
        QCOMPARE(ethash::cacheBytes(1), std::uint64_t{16'907'456});
        QCOMPARE(ethash::cacheBytes(2), std::uint64_t{17'039'296});
        QCOMPARE(ethash::cacheBytes(2047), std::uint64_t{285'081'536});
        QCOMPARE(ethash::datasetBytes(0), std::uint64_t{1'073'739'904});
        QCOMPARE(ethash::datasetBytes(1), std::uint64_t{1'082'130'304});
        QCOMPARE(ethash::datasetBytes(2), std::uint64_t{1'090'514'816});
        QCOMPARE(ethash::datasetBytes(2047), std::uint64_t{18'245'220'736});
    }

    void epochs()
    {
        const ChainRules plain;
        const ChainRules classic = shippedRules("ethereum-classic");
        QVERIFY(ethash::epochOf(29'999, plain) == (ethash::Epoch{0, 0}));
        QVERIFY(ethash::epochOf(30'000, plain) == (ethash::Epoch{1, 1}));
        QVERIFY(ethash::epochOf(11'699'999, classic) == (ethash::Epoch{389, 389}));
        QVERIFY(ethash::epochOf(11'700'000, classic) == (ethash::Epoch{195, 390})); // ECIP-1099: the sizes go back
        QVERIFY(ethash::epochOf(11'759'999, classic) == (ethash::Epoch{195, 390}));
        QVERIFY(ethash::epochOf(11'760'000, classic) == (ethash::Epoch{196, 392}));
        QVERIFY(ethash::epochOf(30'000ULL * ethash::kMaxEpoch, plain));
        QVERIFY(!ethash::epochOf(30'000ULL * (ethash::kMaxEpoch + 1), plain));
        QVERIFY(!ethash::epochOf(kNever, classic));
        QVERIFY(ethash::seedOf({0, 0}).isZero());
        QVERIFY(ethash::seedOf({195, 390}) == ethash::seedOf({390, 390}));
    }

    void keccak512OfRows()
    {
        // Keccak-512 of the empty string (The Keccak team's ShortMsgKAT_512.txt, length 0).
        const auto empty = keccak::hash512(nullptr, 0);
        QCOMPARE(toHex(BytesView(empty).first(8)), std::string("0eab42de4c3ceb92"));
        std::mt19937_64 random(1); // NOLINT: the same on every machine
        for (std::size_t count = 0; count < 40; ++count) {
            alignas(64) std::array<std::uint8_t, 40 * keccak::kRow> rows;
            for (auto& byte : rows) {
                byte = static_cast<std::uint8_t>(random());
            }
            auto expected = rows;
            for (std::size_t i = 0; i < count; ++i) {
                const auto hash = keccak::hash512(rows.data() + i * keccak::kRow, keccak::kRow);
                std::copy(hash.begin(), hash.end(), expected.begin() + static_cast<std::ptrdiff_t>(i * keccak::kRow));
            }
            for (const auto& hasher : keccak::usableRowHashers()) {
                auto hashed = rows;
                hasher.hash(hashed.data(), count);
                QVERIFY2(hashed == expected, hasher.name); // what lies behind them too
            }
            keccak::hash512Rows(rows.data(), count);
            QVERIFY(rows == expected);
        }
    }

    void kernelsAgree()
    {
        const auto kernels = ethash::usableKernels();
        QVERIFY(!kernels.empty());
        std::mt19937 random(1); // NOLINT: the same on every machine
        for (const std::size_t count : {1, 2, 5, 32, 64}) {
            std::array<ethash::Row, ethash::kMaxRows> rows;
            std::array<std::uint32_t, ethash::kMaxRows> items;
            for (std::size_t i = 0; i < count; ++i) {
                items[i] = random() % firstCache().datasetItems();
                for (auto& word : rows[i].words) {
                    word = random();
                }
            }
            auto first = rows;
            kernels.front().mixParents(firstCache(), first.data(), items.data(), count);
            for (const auto& kernel : kernels) {
                auto other = rows;
                kernel.mixParents(firstCache(), other.data(), items.data(), count);
                QVERIFY2(std::memcmp(other.data(), first.data(), count * sizeof(ethash::Row)) == 0, kernel.name);
            }
        }
    }

    void remaindersAreExact()
    {
        std::mt19937 random(1); // NOLINT: the same on every machine
        for (const std::uint32_t divisor : {1U, 2U, 3U, 262'139U, 1'048'573U, 8'388'593U, 0x7fffffffU, 0xfffffffbU}) {
            const ethash::Remainder remainder(divisor);
            for (const std::uint32_t x : {0U, 1U, divisor - 1, divisor, divisor + 1, 0xffffffffU}) {
                QCOMPARE(remainder.of(x), x % divisor);
            }
            for (int i = 0; i < 10'000; ++i) {
                const std::uint32_t x = random();
                QCOMPARE(remainder.of(x), x % divisor);
            }
        }
    }

    void manyAreAsOne()
    {
        std::vector<ethash::Work> works(37);
        for (std::size_t i = 0; i < works.size(); ++i) {
            works[i] = {keccak256(U256(i).toBigEndian()), 0x0123456789abcdefULL * (i + 1)};
        }
        std::vector<ethash::Outcome> one(works.size());
        std::vector<ethash::Outcome> two(works.size());
        ethash::evaluateMany(firstCache(), works, one, 1);
        ethash::evaluateMany(firstCache(), works, two, 2);
        for (const std::size_t i : {0, 15, 16, 36}) {
            QVERIFY(ethash::evaluate(firstCache(), works[i]) == one[i]);
        }
        QVERIFY(one == two);
        ethash::evaluateMany(firstCache(), {}, {}, 2);
    }

    // Held byte by byte against a dataset of epoch 0 that geth 1.10.26 made (`geth makedag 0`).
    void datasetItems()
    {
        Bytes items(1'000 * ethash::kItemBytes);
        ethash::makeDataset(firstCache(), 0, items);
        QCOMPARE(toHex0x(keccak256(items)),
                 std::string("0xa2aa82b6953d4fa6e0f2af0844263258e4d218796cdb37e07c689bf4d3406ab6"));
        Bytes some(77 * ethash::kItemBytes);
        ethash::makeDataset(firstCache(), 901, some);
        QVERIFY(std::equal(some.begin(), some.end(), items.begin() + 901 * ethash::kItemBytes));
    }

    void boundary()
    {
        const auto hash = [](const U256& number) { return Hash32::from(number.toBigEndian()); };
        QVERIFY(!ethash::meets(hash(U256()), U256()));
        QVERIFY(ethash::meets(hash(U256::max()), U256(1)));
        const U256 half = U256(1) << 255; // 2^256 / 2
        QVERIFY(ethash::meets(hash(half), U256(2)) && !ethash::meets(hash(half + U256(1)), U256(2)));
        const U256 third = U256::max() / U256(3);
        QVERIFY(ethash::meets(hash(third), U256(3)) && !ethash::meets(hash(third + U256(1)), U256(3)));
        QVERIFY(ethash::meets(hash(U256(1)), U256::max()) && !ethash::meets(hash(U256(2)), U256::max()));
    }

    void keptCacheIsTheSame()
    {
        const auto kept = ethash::LightCache::adopt({0, 0}, firstCache().bytes());
        QVERIFY(kept.ok());
        const ethash::Work work{keccak256("work"), 5};
        QVERIFY(ethash::evaluate(*kept, work) == ethash::evaluate(firstCache(), work));
        QVERIFY(ethash::LightCache::adopt({1, 1}, firstCache().bytes()).error().is(BaseError::WrongLength));
        QVERIFY(!ethash::LightCache::adopt({0, 0}, {}).ok());
    }

    void sealedHeadersOnlyByCheck()
    {
        const auto bytes = mainnetHeaders();
        const ChainRules rules = shippedRules("ethereum");
        HashedHeader good = *decodeHashed(bytes[0]);
        HashedHeader spoiled = *decodeHashed(bytes[1]);
        spoiled.header.nonce.bytes[0] ^= 1;
        const HashedHeader otherEpoch = *decodeHashed(bytes[2]);
        HashedHeader tooHard = good;
        tooHard.header.difficulty = U256::max();
        HashedHeader afterTheMerge = good;
        afterTheMerge.header.number = rules.proofOfStakeBlock;
        const auto checked =
            SealedHeader::check(firstCache(), {good, spoiled, otherEpoch, tooHard, afterTheMerge}, rules, 2);
        QCOMPARE(checked.size(), std::size_t{5});
        QVERIFY(std::get<SealedHeader>(checked[0]).hash() == good.hash);
        QVERIFY(std::get<ethash::SealRule>(checked[1]) == ethash::SealRule::MixHash);
        QVERIFY(std::get<ethash::SealRule>(checked[2]) == ethash::SealRule::Epoch);
        QVERIFY(std::get<ethash::SealRule>(checked[3]) == ethash::SealRule::MixHash); // the seal is of another header
        QVERIFY(std::get<ethash::SealRule>(checked[4]) == ethash::SealRule::ProofOfStake);
    }

    void realSealOfEthereumClassic()
    {
        const Header header = classicHeader();
        QCOMPARE(toHex0x(hashOf(header)),
                 std::string("0xdc8f5a9e2193473e0f3a8591e12992163e61e1bda1ff62165d0596f774c6d968"));
        const ChainRules rules = shippedRules("ethereum-classic");
        const auto epoch = ethash::epochOf(header.number, rules);
        QVERIFY(epoch == (ethash::Epoch{303, 606}));
        const auto cache = ethash::LightCache::generate(*epoch);
        QVERIFY(!ethash::brokenSeal(cache, header, rules));
        Header harder = header;
        ++harder.timestamp;
        QVERIFY(ethash::brokenSeal(cache, harder, rules) == ethash::SealRule::MixHash);
    }
};

QTEST_GUILESS_MAIN(TestEthash)
#include "tst_ethash.moc"
