// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sealed_header.h"

namespace autochain
{

std::vector<std::variant<SealedHeader, ethash::SealRule>> SealedHeader::check(const ethash::LightCache& cache,
                                                                              std::vector<HashedHeader> headers,
                                                                              const ChainRules& rules, unsigned threads)
{
    std::vector<const Header*> plain;
    plain.reserve(headers.size());
    for (const HashedHeader& header : headers) {
        plain.push_back(&header.header);
    }
    const auto broken = ethash::brokenSeals(cache, plain, rules, threads);
    std::vector<std::variant<SealedHeader, ethash::SealRule>> out;
    out.reserve(headers.size());
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (broken[i]) {
            out.emplace_back(*broken[i]);
        } else {
            out.emplace_back(SealedHeader(std::move(headers[i])));
        }
    }
    return out;
}

} // namespace autochain
