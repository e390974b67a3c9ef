// SPDX-License-Identifier: GPL-3.0-or-later
// People with keys that are the same in every run, and a section of one's car.
#pragma once

#include "crypto/hash.h"
#include "privacy/key_block.h"
#include "privacy/section.h"

namespace autochain::testing
{
using namespace autochain::privacy; // NOLINT(google-build-using-namespace)

inline PrivateKey keyOf(std::string_view name)
{
    return std::move(*PrivateKey::fromBytes(SecretBytes::copyOf(keccak256(name).view())));
}
inline PublicKey pointOf(std::string_view name)
{
    return PublicKey(keyOf(name));
}
inline Address addressOf(std::string_view name)
{
    return keyOf(name).address();
}
inline SecretBytes contentKey(std::string_view name)
{
    return SecretBytes::copyOf(keccak256(name).view());
}
inline SectionId idOf(std::string_view name)
{
    SectionId id{};
    const Hash32 hash = keccak256(name);
    std::copy_n(hash.bytes.begin(), id.size(), id.begin());
    return id;
}
inline const Hash32 kCar = keccak256("WVWZZZ1KZ6W612345");
inline const Hash32 kOtherCar = keccak256("1HGCM82633A004352");
inline constexpr std::uint8_t kService = 4;
inline constexpr std::uint8_t kRepair = 5;

inline Document invoice()
{
    return {"invoice 2024-118.txt", "text/plain", toBytes("Timing belt and water pump, 1,240.50 EUR")};
}
inline Section serviceSection(std::string_view name = "first")
{
    return *sealSection(kCar, kService, addressOf("shop"), idOf(name), contentKey(name), invoice());
}
inline WrappedKey wrappedFor(std::string_view reader, const Section& section, std::string_view key = "first",
                             std::string_view by = "bob", std::uint64_t until = 2'000)
{
    return wrapKey(section.head, contentKey(key), pointOf(reader), addressOf(by), until,
                   keyOf(std::string("ephemeral ") + std::string(reader) + std::string(key)));
}
} // namespace autochain::testing
