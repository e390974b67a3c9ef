// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/transaction_rules.h"
#include "fuzz.h"

using namespace autochain;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    if (const auto read = decodeSigned(input); read.ok()) {
        const auto sender = recoverAddress(signingHash(read->tx), read->signature);
        const auto fault = findFault(*read, read->tx.chainId);
        fuzz::require(fault != TransactionFault::OtherChain, "a transaction is good on its own chain");
        fuzz::require(fault || sender.ok(), "without a fault there is a sender");
        fuzz::require(fault || U256(read->tx.gasLimit) >= intrinsicGas(read->tx), "without a fault there is gas");
        fuzz::require(encodeSigned(read->tx, read->signature) == toBytes(input), "a signed transaction encodes back");
    }
    if (const auto read = decodeUnsigned(input); read.ok()) {
        fuzz::require(encodeUnsigned(*read) == toBytes(input), "an unsigned transaction encodes back");
    }
    return 0;
}
