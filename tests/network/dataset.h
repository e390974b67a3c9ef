// SPDX-License-Identifier: GPL-3.0-or-later
// The dataset a miner works with: a gibibyte and more, made of the epoch's cache and kept in a file for the next time.
#pragma once

#include "chain/ethash_cache.h"

#include <filesystem>

namespace autochain::network
{

class Dataset
{
public:
    // From its file in `folder`, or made and written there, which takes half a minute; files that an earlier run left
    // unfinished are deleted. Throws std::runtime_error where there is no memory.
    static Dataset of(const ethash::Epoch& epoch, const std::filesystem::path& folder);

    const ethash::Epoch& epoch() const { return m_epoch; }
    BytesView bytes() const { return {m_memory.get(), m_size}; }

private:
    struct Unmap {
        std::size_t size;
        void operator()(std::uint8_t* memory) const;
    };
    explicit Dataset(const ethash::Epoch& epoch);
    bool load(const std::filesystem::path& file);
    void make();
    void save(const std::filesystem::path& file) const;

    ethash::Epoch m_epoch;
    std::size_t m_size;
    std::unique_ptr<std::uint8_t[], Unmap> m_memory;
};

} // namespace autochain::network
