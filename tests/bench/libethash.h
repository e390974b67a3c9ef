// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of our Ethash: the C library inside of Debian's python3-pyethash, loaded at run time.
#pragma once

#include "base/bytes.h"

#include <optional>

namespace autochain::bench
{

class LibEthash
{
public:
    // None where the package is not installed.
    static std::optional<LibEthash> load();

    struct Light; // its cache of an epoch
    Light* newLight(std::uint64_t blockNumber) const { return m_new(blockNumber); }
    void deleteLight(Light* light) const { m_delete(light); }

    struct Result {
        std::uint8_t result[32];
        std::uint8_t mixHash[32];
        bool success;
    };
    Result compute(Light* light, const Hash32& sealHash, std::uint64_t nonce) const;

private:
    struct Digest {
        std::uint8_t bytes[32];
    };
    using New = Light* (*)(std::uint64_t);
    using Delete = void (*)(Light*);
    using Compute = Result (*)(Light*, Digest, std::uint64_t);

    New m_new = nullptr;
    Delete m_delete = nullptr;
    Compute m_compute = nullptr;
};

} // namespace autochain::bench
