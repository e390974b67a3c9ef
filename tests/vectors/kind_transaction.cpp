// SPDX-License-Identifier: GPL-3.0-or-later
// ethereum/tests TransactionTests under the rules of London on mainnet, in their present shape ("txbytes", "result")
// and the older one ("rlp", forks beside it), and the transactions of @ethersproject/testcases.
#include "check.h"

#include "codec/transaction_rules.h"
#include "ethers_transactions.h"

namespace autochain::vectors
{
namespace
{

constexpr std::uint64_t kMainnet = 1;
constexpr std::size_t kLargest = 16U << 20; // there are tests with 10 MB of data

struct Verdict {
    std::string refusal; // empty: valid
    Hash32 hash;
    Address sender;
    U256 intrinsicGas;
};

Verdict verdictOn(const Bytes& bytes)
{
    const auto read = decodeSigned(bytes, kLargest);
    if (!read.ok()) {
        return {"not decoded: " + read.error().detail, {}, {}, {}};
    }
    if (const auto fault = findFault(*read, kMainnet)) {
        return {"fault " + std::to_string(static_cast<int>(*fault)), {}, {}, {}};
    }
    const auto sender = recoverAddress(signingHash(read->tx), read->signature);
    return {"", transactionHash(bytes), *sender, intrinsicGas(read->tx)};
}

U256 quantity(const QJsonValue& value)
{
    std::string digits = str(value);
    digits = digits.starts_with("0x") ? digits.substr(2) : digits;
    digits.insert(0, digits.size() % 2, '0');
    return U256::fromBigEndian(unhex(digits));
}

std::string problemOf(const Bytes& bytes, const QJsonObject& expected)
{
    const Verdict verdict = verdictOn(bytes);
    const bool valid = expected.contains(QLatin1String("hash"));
    if (!verdict.refusal.empty()) {
        return valid ? "refused (" + verdict.refusal + "), is valid" : "";
    }
    if (!valid) {
        return "taken, is invalid: " + str(at(expected, "exception"));
    }
    if (toBytes(verdict.hash.view()) != unhex(at(expected, "hash"))) {
        return "hash";
    }
    if (toBytes(verdict.sender.view()) != unhex(at(expected, "sender"))) {
        return "sender";
    }
    const QJsonValue gas = at(expected, "intrinsicGas");
    return gas.isUndefined() || quantity(gas) == verdict.intrinsicGas ? "" : "intrinsic gas";
}

// What the file says of London, or of a fork with the same rules for the types it knows.
std::optional<QJsonObject> expectationOf(const QJsonObject& item)
{
    const QJsonObject forks = item.contains(QLatin1String("result")) ? at(item, "result").toObject() : item;
    const QJsonValue london = firstOf(forks, {"London", "Berlin", "Istanbul"});
    return london.isObject() ? std::optional(london.toObject()) : std::nullopt;
}

void checkNamed(const QJsonObject& item, const std::string& name, Report& report)
{
    const QJsonValue hex = firstOf(item, {"txbytes", "rlp"});
    if (hex.isUndefined()) {
        return;
    }
    const auto expected = expectationOf(item);
    if (!expected) {
        report.skip(name, "nothing in it about London");
        return;
    }
    const auto bytes = fromHex(str(hex));
    if (!bytes.ok()) { // an odd number of digits is no transaction
        report.add(name, expected->contains(QLatin1String("hash")) ? "bytes that are no hex" : "");
        return;
    }
    report.add(name, problemOf(*bytes, *expected));
}

void check(const Input& file, Report& report)
{
    const QJsonValue root = file.json();
    const QJsonArray list = root.toArray();
    for (const auto& item : list) {
        checkEthersTransaction(item.toObject(), report);
    }
    const QJsonObject cases = root.toObject();
    for (auto item = cases.begin(); item != cases.end(); ++item) {
        const std::string name = item.key().toStdString();
        try {
            checkNamed(item.value().toObject(), name, report);
        } catch (const std::exception& error) {
            report.add(name, error.what());
        }
    }
}

const Kind kTransaction("transaction",
                        "ethereum/tests TransactionTests, transactions.json and typed-transactions.json of "
                        "@ethersproject/testcases",
                        check);

} // namespace
} // namespace autochain::vectors
