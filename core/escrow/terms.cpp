// SPDX-License-Identifier: GPL-3.0-or-later
#include "escrow/terms.h"

#include "contracts/deal_hash.h"
#include "escrow/convert.h"

namespace autochain::escrow
{

Hash32 dealIdOf(const Terms& terms)
{
    return contracts::hashTerms(toContract(terms));
}

Bytes encodeTerms(const Terms& terms)
{
    return contracts::dealBook::encodeTerms(toContract(terms));
}

Result<Terms> decodeTerms(BytesView abiEncoded)
{
    AC_TRY(const auto terms, contracts::dealBook::decodeTerms(abiEncoded));
    return fromContract(terms);
}

std::string termsTypedData(const Terms& terms, std::uint64_t chainId, const Address& dealBook)
{
    return contracts::typedDataJson(chainId, dealBook, toContract(terms));
}

Hash32 termsDigest(const Terms& terms, std::uint64_t chainId, const Address& dealBook)
{
    return contracts::termsDigest(chainId, dealBook, toContract(terms));
}

} // namespace autochain::escrow
