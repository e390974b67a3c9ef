// SPDX-License-Identifier: GPL-3.0-or-later
// Everything short that people type or paste: amounts, addresses, numbers, hex and CIDs.
#include "base/amount.h"
#include "base/hex.h"
#include "codec/cid.h"
#include "crypto/address.h"
#include "fuzz.h"

using namespace autochain;

namespace
{

void numbers(std::string_view text)
{
    if (const auto amount = parseAmount(text); amount.ok()) {
        const auto again = parseAmount(formatAmount(*amount));
        fuzz::require(again.ok() && *again == *amount, "an amount reads back");
    }
    if (const auto number = U256::fromDecimal(text); number.ok()) {
        fuzz::require(*U256::fromDecimal(number->toDecimal()) == *number, "a decimal reads back");
    }
    if (const auto number = U256::fromHexQuantity(text); number.ok()) {
        fuzz::require(*U256::fromHexQuantity(number->toHexQuantity()) == *number, "a quantity reads back");
    }
    if (const auto bytes = fromHex(text); bytes.ok()) {
        fuzz::require(*fromHex(toHex0x(*bytes)) == *bytes, "hex reads back");
    }
}

void names(std::string_view text)
{
    if (const auto address = parseAddress(text); address.ok()) {
        fuzz::require(*parseAddress(checksumAddress(*address)) == *address, "an address reads back");
    }
    if (const auto cid = parseCid(text); cid.ok()) {
        fuzz::require(text.starts_with("Qm") || cidText(*cid) == text, "a CID of version 1 has one text");
        const Bytes bytes = cidBytes(*cid);
        BytesView rest = bytes;
        const auto again = takeCid(rest);
        fuzz::require(again.ok() && *again == *cid && rest.empty(), "a CID's bytes are the same CID");
    }
    if (const auto digest = digestOfRawCid(text); digest.ok()) {
        fuzz::require(cidOfRawBlock(*digest) == text, "a digest has one CID");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    numbers(text);
    names(text);
    return 0;
}
