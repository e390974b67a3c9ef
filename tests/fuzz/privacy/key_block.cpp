// SPDX-License-Identifier: GPL-3.0-or-later
// Any block taken for keys of a grant, and any bytes taken for one key on the signer's pipe.
#include "privacy/key_block.h"
#include "fuzz.h"

using namespace autochain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    if (const auto locked = privacy::decodeLocked(input); locked.ok()) {
        const Bytes again = privacy::encodeLocked(*locked);
        fuzz::require(std::equal(again.begin(), again.end(), input.begin(), input.end()),
                      "a locked key encodes to itself");
    }
    const auto block = privacy::decodeKeyBlock(input);
    if (!block.ok()) {
        fuzz::require(block.error().is(PrivacyError::BadKeyBlock), "refused as BadKeyBlock");
        return 0;
    }
    fuzz::require(block->keys.size() <= privacy::kMaxBlockKeys, "keys within the cap");
    const Bytes again = privacy::encodeKeyBlock(*block);
    fuzz::require(std::equal(again.begin(), again.end(), input.begin(), input.end()),
                  "what is taken encodes to itself");
    return 0;
}
