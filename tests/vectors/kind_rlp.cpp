// SPDX-License-Identifier: GPL-3.0-or-later
// ethereum/tests RLPTests: {"in": value, "out": hex}; an "in" of "INVALID" must be refused, one of "VALID" taken.
// Read by codec/rlp_view.h, written by codec/rlp.h.
#include "check.h"

#include "rlp_item.h"

namespace autochain::vectors
{
namespace
{

// The bytes of a decimal number of any size, highest first.
Bytes decimalBytes(std::string_view digits)
{
    Bytes lowestFirst;
    for (const char digit : digits) {
        unsigned carry = static_cast<unsigned>(digit - '0');
        if (carry > 9) {
            throw std::invalid_argument("not a number");
        }
        for (std::uint8_t& byte : lowestFirst) {
            carry += 10U * byte;
            byte = static_cast<std::uint8_t>(carry);
            carry >>= 8;
        }
        if (carry != 0) {
            lowestFirst.push_back(static_cast<std::uint8_t>(carry));
        }
    }
    return {lowestFirst.rbegin(), lowestFirst.rend()};
}

rlp::Item itemOf(const QJsonValue& value)
{
    rlp::Item item;
    if (value.isArray()) {
        item.isList = true;
        for (const auto& child : value.toArray()) {
            item.items.push_back(itemOf(child));
        }
        return item;
    }
    const std::string text = str(value);
    if (value.isDouble()) {
        item.data = U256(static_cast<std::uint64_t>(value.toInteger())).toBigEndianTrimmed();
    } else if (text.starts_with('#')) { // too large for a number of JSON
        item.data = decimalBytes(std::string_view(text).substr(1));
    } else {
        item.data = toBytes(std::string_view(text));
    }
    return item;
}

std::string problemOf(const QJsonObject& entry)
{
    const QJsonValue in = at(entry, "in");
    const auto bytes = fromHex(str(at(entry, "out")));
    const auto read = bytes.ok() ? rlp::decode(*bytes) : std::nullopt;
    if (str(in) == "INVALID") {
        return read ? "taken, is invalid" : "";
    }
    if (!read) {
        return "refused, is valid";
    }
    if (rlp::encode(*read) != *bytes) {
        return "encodes to something else";
    }
    return str(in) == "VALID" || *read == itemOf(in) ? "" : "decodes to something else";
}

void check(const Input& file, Report& report)
{
    const QJsonObject cases = file.json().toObject();
    for (auto entry = cases.begin(); entry != cases.end(); ++entry) {
        const std::string name = entry.key().toStdString();
        if (!entry.value().toObject().contains(QLatin1String("out"))) {
            continue;
        }
        report.check(name, [&] { return problemOf(entry.value().toObject()); });
    }
}

const Kind kRlp("rlp", "ethereum/tests RLPTests: rlptest.json, invalidRLPTest.json, RandomRLPTests", check);

} // namespace
} // namespace autochain::vectors
