// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/abi.h"
#include "fuzz.h"

using namespace autochain;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto type = abi::parseType({reinterpret_cast<const char*>(data), size});
    if (type.ok()) {
        const std::string name = type->canonicalName();
        const auto again = abi::parseType(name);
        fuzz::require(again.ok() && again->canonicalName() == name, "a canonical name reads back as itself");
        fuzz::require(again->isDynamic() == type->isDynamic(), "as the same kind of type");
    }
    return 0;
}
