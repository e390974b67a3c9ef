// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/receipt.h"
#include "fuzz.h"

using namespace autochain;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    const auto receipt = decodeReceipt(input);
    if (!receipt.ok()) {
        return 0;
    }
    fuzz::require(encodeReceipt(*receipt) == toBytes(input), "a receipt encodes back to the input");
    for (const ReceiptLog& log : receipt->logs) {
        fuzz::require(mayContain(receipt->logsBloom, log.address.view()), "the bloom holds every address");
        for (const Hash32& topic : log.topics) {
            fuzz::require(mayContain(receipt->logsBloom, topic.view()), "the bloom holds every topic");
        }
    }
    return 0;
}
