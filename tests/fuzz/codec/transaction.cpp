// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/transaction.h"
#include "fuzz.h"

using namespace autochain;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    if (const auto read = decodeSigned(input); read.ok()) {
        fuzz::require(encodeSigned(read->tx, read->signature) == toBytes(input), "a signed transaction encodes back");
        (void)recoverAddress(signingHash(read->tx), read->signature).ok();
    }
    if (const auto read = decodeUnsigned(input); read.ok()) {
        fuzz::require(encodeUnsigned(*read) == toBytes(input), "an unsigned transaction encodes back");
    }
    return 0;
}
