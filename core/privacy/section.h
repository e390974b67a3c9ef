// SPDX-License-Identifier: GPL-3.0-or-later
// A private section, format "autochain-private/1" (docs/private-sections.md): a document sealed under a random key that
// is used for nothing else, for one car, kind of record and writer. With it lie the keys wrapped for those who could
// read when it was written; keys for later readers lie in key blocks.
#pragma once

#include "privacy/document.h"
#include "privacy/wrapped_key.h"

#include <vector>

namespace autochain::privacy
{

inline constexpr std::string_view kScheme = "autochain-private/1";
inline constexpr std::size_t kMaxSectionKeys = 64; // wrapped keys inside the section itself

struct Section {
    SectionHead head;
    std::vector<WrappedKey> keys;
    Bytes sealed; // padded document and tag
    bool operator==(const Section&) const = default;
};

// 32 random bytes of `contentKey` and 16 of `id`, never used before. The head's commitment follows from them.
// TooLarge, BadSection (name, type).
Result<Section> sealSection(const Hash32& vehicleId, std::uint8_t kind, const Address& writer, const SectionId& id,
                            const SecretBytes& contentKey, const Document& document);
// WrongKey: not the key of this section. Altered: its key, but other bytes.
Result<Document> openSection(const Section& section, const SecretBytes& contentKey);
// The record and the section speak of the same: OtherCar with what differs.
Result<> checkBelongs(const SectionHead& head, const Hash32& vehicleId, std::uint8_t kind, const Address& writer);

Bytes encodeSection(const Section& section);    // precondition: at most kMaxSectionKeys keys
Result<Section> decodeSection(BytesView block); // BadSection; strict: what comes out encodes to the same bytes
const WrappedKey* keyFor(const std::vector<WrappedKey>& keys, const Address& reader); // nullptr: none

} // namespace autochain::privacy
