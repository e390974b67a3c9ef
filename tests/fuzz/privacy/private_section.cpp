// SPDX-License-Identifier: GPL-3.0-or-later
// Any block taken for a private section: refused, or it encodes to itself; opened with any key it is refused or within
// the caps. The seed's own key opens the seed alone.
#include "crypto/hash.h"
#include "fuzz.h"
#include "privacy/section.h"

using namespace autochain;

namespace
{
void tryPadding(BytesView bytes)
{
    if (const auto document = privacy::unpadded(bytes); document.ok()) {
        const auto again = privacy::padded(*document);
        fuzz::require(again.ok() && std::equal(again->begin(), again->end(), bytes.begin(), bytes.end()),
                      "a document that is taken has one padded form");
    }
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const SecretBytes contentKey = SecretBytes::copyOf(keccak256("first").view());
    static const PrivateKey own = std::move(*PrivateKey::fromBytes(SecretBytes::copyOf(keccak256("alice").view())));
    const BytesView input(data, size);
    tryPadding(input);
    const auto section = privacy::decodeSection(input);
    if (!section.ok()) {
        fuzz::require(section.error().is(PrivacyError::BadSection), "refused as BadSection");
        return 0;
    }
    fuzz::require(section->keys.size() <= privacy::kMaxSectionKeys, "keys within the cap");
    const Bytes again = privacy::encodeSection(*section);
    fuzz::require(std::equal(again.begin(), again.end(), input.begin(), input.end()),
                  "what is taken encodes to itself");
    if (const auto document = privacy::openSection(*section, contentKey); document.ok()) {
        fuzz::require(document->name == "invoice 2024-118.txt", "only what was sealed comes out");
    }
    for (const auto& key : section->keys) {
        const auto unwrapped = privacy::unwrapKey({section->head, key}, own);
        fuzz::require(unwrapped.ok() || unwrapped.error().is(PrivacyError::WrongKey), "a key opens or is wrong");
        fuzz::require(!unwrapped.ok() ||
                          privacy::secretsOf(section->head, *unwrapped).commitment == section->head.commitment,
                      "a key that opens is the section's");
    }
    return 0;
}
