// SPDX-License-Identifier: GPL-3.0-or-later
// A header whose seal is known to be right. Only such ones enter the tree of headers; there is no third way to make
// one.
#pragma once

#include "chain/ethash.h"
#include "chain/header_rules.h"

#include <variant>

namespace autochain
{

class SealedHeader
{
public:
    // Checks every seal, many at once; all headers of the cache's epoch. One result for each, in their order.
    static std::vector<std::variant<SealedHeader, ethash::SealRule>> check(const ethash::LightCache& cache,
                                                                           std::vector<HashedHeader> headers,
                                                                           const ChainRules& rules,
                                                                           unsigned threads = 1);
    // A header that this program checked before and has kept since, where nobody else can write.
    static SealedHeader checkedBefore(HashedHeader header) { return SealedHeader(std::move(header)); }

    const Header& header() const { return m_header.header; }
    const Hash32& hash() const { return m_header.hash; }
    const HashedHeader& hashed() const { return m_header; }

private:
    explicit SealedHeader(HashedHeader header) : m_header(std::move(header)) {}

    HashedHeader m_header;
};

} // namespace autochain
