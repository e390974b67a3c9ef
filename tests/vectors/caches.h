// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/ethash.h"

#include <optional>

namespace autochain::vectors
{
// Ethash caches as they are needed, one at a time: cases in the order of their epochs make each only once.
class Caches
{
public:
    const ethash::LightCache& of(const ethash::Epoch& epoch)
    {
        if (!m_cache || m_cache->epoch() != epoch) {
            m_cache.reset();
            m_cache.emplace(ethash::LightCache::generate(epoch));
        }
        return *m_cache;
    }

private:
    std::optional<ethash::LightCache> m_cache;
};
} // namespace autochain::vectors
