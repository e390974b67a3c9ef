// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/abi.h"
#include "fuzz.h"

#include <array>

using namespace autochain;

namespace
{

// The first byte of the input picks one; the seeds' first bytes are positions in this list.
const std::array<abi::Type, 8> kTypes{abi::parseType("(uint256,uint32[],bytes10,bytes)").value(),
                                      abi::parseType("(string,string[],bool)").value(),
                                      abi::parseType("(uint256[][][][][])").value(),
                                      abi::parseType("((address,int16)[2][],(bytes,(string,bool))[])").value(),
                                      abi::parseType("(function,bytes32,int8,uint8,address)").value(),
                                      abi::parseType("(bytes[3],uint8[1000][1000])").value(),
                                      abi::parseType("()").value(),
                                      abi::parseType("((uint256,bytes)[])").value()};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const abi::Type& type = kTypes[data[0] % kTypes.size()];
    const BytesView input(data + 1, size - 1);
    const auto lenient = abi::decode(type, input, true);
    if (const auto strict = abi::decode(type, input); strict.ok()) {
        const auto encoded = abi::encode(type, *strict);
        fuzz::require(encoded.ok() && *encoded == toBytes(input),
                      "what the strict reading takes encodes back to the input");
        fuzz::require(lenient.ok() && *lenient == *strict, "the lenient reading agrees with the strict one");
    }
    if (lenient.ok()) {
        const auto encoded = abi::encode(type, *lenient);
        fuzz::require(encoded.ok(), "whatever was read can be written");
    }
    return 0;
}
