// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/eip712.h"
#include "fuzz.h"

using namespace autochain;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto document = eip712::parse({data, size});
    if (!document.ok()) {
        return 0;
    }
    const auto digest = eip712::digest(*document);
    if (digest.ok()) {
        const auto domain = eip712::domainSeparator(*document);
        const auto message = eip712::hashStruct(*document, document->primaryType, document->message);
        fuzz::require(domain.ok() && message.ok() && eip712::digest(*domain, *message) == *digest,
                      "the parts make the digest");
        fuzz::require(eip712::encodeType(*document, document->primaryType).ok(), "a hashed type has a description");
    }
    return 0;
}
