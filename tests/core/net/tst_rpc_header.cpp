// SPDX-License-Identifier: GPL-3.0-or-later
// Headers of each fork's length in JSON; every field of them missing, of another kind, too short, too long and
// changed.
#include "base/hex.h"
#include "codec/json.h"
#include "net/rpc_header.h"

#include <QtTest>

#include <map>

using namespace autochain;

namespace
{
using Texts = std::map<std::string, std::string>;

enum Fork { Frontier, London, Shanghai, Cancun };

template <typename T>
T filled(std::uint8_t with)
{
    return T::from(Bytes(T::kSize, with));
}

Header headerOf(Fork fork)
{
    Header header;
    header.parentHash = filled<Hash32>(1);
    header.unclesHash = filled<Hash32>(2);
    header.beneficiary = filled<Address>(3);
    header.stateRoot = filled<Hash32>(4);
    header.transactionsRoot = filled<Hash32>(5);
    header.receiptsRoot = filled<Hash32>(6);
    header.logsBloom = filled<Bloom>(7);
    header.difficulty = U256::max();
    header.number = 12'000'001;
    header.gasLimit = 30'000'000;
    header.gasUsed = 0;
    header.timestamp = ~std::uint64_t{0};
    header.extraData = toBytes("what a miner writes");
    header.mixHash = filled<Hash32>(8);
    header.nonce = filled<BlockNonce>(9);
    if (fork >= London) {
        header.baseFeePerGas = U256(7);
    }
    if (fork >= Shanghai) {
        header.withdrawalsRoot = filled<Hash32>(10);
    }
    if (fork >= Cancun) {
        header.blobGasUsed = 131'072;
        header.excessBlobGas = 0;
        header.parentBeaconBlockRoot = filled<Hash32>(11);
    }
    return header;
}

std::string quantity(const U256& number)
{
    return number.toHexQuantity();
}

Texts textsOf(const Header& header)
{
    Texts texts{{"parentHash", toHex0x(header.parentHash)},
                {"sha3Uncles", toHex0x(header.unclesHash)},
                {"miner", toHex0x(header.beneficiary)},
                {"stateRoot", toHex0x(header.stateRoot)},
                {"transactionsRoot", toHex0x(header.transactionsRoot)},
                {"receiptsRoot", toHex0x(header.receiptsRoot)},
                {"logsBloom", toHex0x(header.logsBloom)},
                {"difficulty", quantity(header.difficulty)},
                {"number", quantity(header.number)},
                {"gasLimit", quantity(header.gasLimit)},
                {"gasUsed", quantity(header.gasUsed)},
                {"timestamp", quantity(header.timestamp)},
                {"extraData", toHex0x(header.extraData)},
                {"mixHash", toHex0x(header.mixHash)},
                {"nonce", toHex0x(header.nonce)},
                {"hash", toHex0x(hashOf(header))}};
    if (header.baseFeePerGas) {
        texts["baseFeePerGas"] = quantity(*header.baseFeePerGas);
    }
    if (header.withdrawalsRoot) {
        texts["withdrawalsRoot"] = toHex0x(*header.withdrawalsRoot);
    }
    if (header.blobGasUsed) {
        texts["blobGasUsed"] = quantity(*header.blobGasUsed);
        texts["excessBlobGas"] = quantity(*header.excessBlobGas);
        texts["parentBeaconBlockRoot"] = toHex0x(*header.parentBeaconBlockRoot);
    }
    return texts;
}

QJsonObject answerOf(const Texts& texts)
{
    QJsonObject answer;
    for (const auto& [name, text] : texts) {
        answer.insert(json::qs(name), json::qs(text));
    }
    return answer;
}

// The field the refusal names; empty: it was taken.
std::string refused(const QJsonObject& answer)
{
    const auto read = net::headerOf(answer);
    return read.ok() ? std::string() : read.error().args.at(0);
}
} // namespace

class TestRpcHeader : public QObject
{
    Q_OBJECT

private slots:
    void everyForkIsRead()
    {
        for (const Fork fork : {Frontier, London, Shanghai, Cancun}) {
            const Header header = headerOf(fork);
            const Texts texts = textsOf(header);
            QJsonObject answer = answerOf(texts);
            answer.insert(QStringLiteral("totalDifficulty"), QStringLiteral("0x1")); // no field: passed over
            answer.insert(QStringLiteral("transactions"), QJsonArray());
            const auto read = net::headerOf(answer);
            QVERIFY(read.ok());
            QVERIFY(read->header == header);
            QVERIFY(read->hash == hashOf(header));
        }
    }

    void whatIsMissingOrOfAnotherKindIsNamed()
    {
        for (const Fork fork : {Frontier, London, Shanghai, Cancun}) {
            const Texts whole = textsOf(headerOf(fork));
            for (const auto& [name, text] : whole) {
                QJsonObject other = answerOf(whole);
                other.insert(json::qs(name), 7);
                QCOMPARE(refused(other), name);
                for (const char* const wrong : {"", "0", "0xg", "0x0g", "none"}) {
                    Texts changed = whole;
                    changed[name] = wrong;
                    const std::string named = refused(answerOf(changed));
                    QCOMPARE(named, name == "extraData" && *wrong == 0 ? "hash" : name);
                }
                Texts longer = whole;
                longer[name] += std::string(2 * kMaxHeaderBytes, '1');
                QCOMPARE(refused(answerOf(longer)), name);
            }
        }
    }

    void aFieldOfALaterForkNeedsThoseBefore()
    {
        const auto without = [](Fork fork, const char* name) {
            Texts texts = textsOf(headerOf(fork));
            texts.erase(name);
            return refused(answerOf(texts));
        };
        for (const auto& [name, text] : textsOf(headerOf(Frontier))) {
            QCOMPARE(without(Frontier, name.c_str()), name);
        }
        QCOMPARE(without(London, "baseFeePerGas"), std::string("hash")); // one of the fork before, with another hash
        QCOMPARE(without(Shanghai, "baseFeePerGas"), std::string("withdrawalsRoot"));
        QCOMPARE(without(Shanghai, "withdrawalsRoot"), std::string("hash"));
        QCOMPARE(without(Cancun, "withdrawalsRoot"), std::string("blobGasUsed"));
        QCOMPARE(without(Cancun, "blobGasUsed"), std::string("blobGasUsed"));
        QCOMPARE(without(Cancun, "excessBlobGas"), std::string("excessBlobGas"));
        QCOMPARE(without(Cancun, "parentBeaconBlockRoot"), std::string("blobGasUsed"));
    }

    void anotherValueIsAnotherHash()
    {
        const Texts whole = textsOf(headerOf(Cancun));
        const Texts zeros = textsOf([] {
            Header header;
            header.baseFeePerGas.emplace();
            header.withdrawalsRoot.emplace();
            header.blobGasUsed = 1;
            header.excessBlobGas = 1;
            header.parentBeaconBlockRoot.emplace();
            header.gasUsed = 1;
            return header;
        }());
        for (const auto& [name, text] : whole) {
            Texts changed = whole;
            changed[name] = zeros.at(name);
            QVERIFY(changed != whole);
            QCOMPARE(refused(answerOf(changed)), std::string("hash"));
        }
    }
};

QTEST_APPLESS_MAIN(TestRpcHeader)
#include "tst_rpc_header.moc"
