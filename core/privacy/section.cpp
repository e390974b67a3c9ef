// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/section.h"

#include "crypto/aead.h"
#include "privacy/byte_reader.h"

#include <algorithm>

namespace autochain::privacy
{
namespace
{

constexpr std::string_view kMagic = "autochain-private/1\n";

Bytes boundBy(const SectionHead& head)
{
    Bytes out = toBytes(kMagic);
    append(out, encodeHead(head));
    return out;
}

bool isPaddedSize(std::size_t bytes)
{
    return bytes >= kSmallestPadded && paddedSize(bytes) == bytes;
}

} // namespace

Result<Section> sealSection(const Hash32& vehicleId, std::uint8_t kind, const Address& writer, const SectionId& id,
                            const SecretBytes& contentKey, const Document& document)
{
    AC_TRY(Bytes plain, padded(document));
    Section out;
    out.head = {vehicleId, kind, writer, id, {}};
    const SectionSecrets secrets = secretsOf(out.head, contentKey);
    out.head.commitment = secrets.commitment;
    out.sealed = sealAes256Gcm(secrets.key.view(), secrets.nonce.view(), plain, boundBy(out.head));
    wipe(plain);
    return out;
}

Result<Document> openSection(const Section& section, const SecretBytes& contentKey)
{
    const SectionSecrets secrets = secretsOf(section.head, contentKey);
    if (contentKey.size() != kContentKeyBytes || secrets.commitment != section.head.commitment) {
        return PrivacyError::WrongKey;
    }
    if (section.sealed.size() < kAeadTagBytes) {
        return PrivacyError::Altered;
    }
    Bytes plain(section.sealed.size() - kAeadTagBytes);
    if (!openAes256Gcm(secrets.key.view(), secrets.nonce.view(), section.sealed, boundBy(section.head), plain)) {
        return PrivacyError::Altered;
    }
    auto document = unpadded(plain);
    wipe(plain);
    return document;
}

Result<> checkBelongs(const SectionHead& head, const Hash32& vehicleId, std::uint8_t kind, const Address& writer)
{
    const char* what = head.vehicleId != vehicleId ? "car"
                       : head.kind != kind         ? "kind"
                       : head.writer != writer     ? "writer"
                                                   : nullptr;
    return what == nullptr ? Result<>() : Result<>(Error(PrivacyError::OtherCar, {what}));
}

Bytes encodeSection(const Section& section)
{
    Bytes out = boundBy(section.head);
    putNumber(out, section.keys.size(), 1);
    for (const WrappedKey& key : section.keys) {
        putWrapped(out, key);
    }
    append(out, section.sealed);
    return out;
}

Result<Section> decodeSection(BytesView block)
{
    ByteReader in(block);
    if (!in.skip(kMagic)) {
        return Error(PrivacyError::BadSection, {"format"});
    }
    Section out;
    out.head = readHead(in);
    const std::uint64_t keys = in.number(1);
    if (keys > kMaxSectionKeys) {
        return Error(PrivacyError::BadSection, {"keys"});
    }
    for (std::uint64_t i = 0; i < keys && in.ok(); ++i) {
        out.keys.push_back(readWrapped(in));
    }
    if (!in.ok() || in.rest().size() < kAeadTagBytes || !isPaddedSize(in.rest().size() - kAeadTagBytes)) {
        return Error(PrivacyError::BadSection, {"length"});
    }
    out.sealed = toBytes(in.rest());
    return out;
}

const WrappedKey* keyFor(const std::vector<WrappedKey>& keys, const Address& reader)
{
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&](const WrappedKey& key) { return key.reader == reader; });
    return found == keys.end() ? nullptr : &*found;
}

} // namespace autochain::privacy
