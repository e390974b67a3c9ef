// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/wrapped_key.h"

#include "crypto/aead.h"
#include "privacy/byte_reader.h"

#include <algorithm>

namespace autochain::privacy
{
namespace
{

constexpr std::string_view kSectionInfo = "autochain-private/1 section";
constexpr std::string_view kWrapInfo = "autochain-private/1 wrap";

// Key and nonce that seal one wrapped key. The nonce may follow from the agreed secret, which is used once.
SecretBytes wrappingSecrets(const SecretBytes& agreed, BytesView ephemeral33, BytesView reader33)
{
    Bytes info = toBytes(kWrapInfo);
    append(info, ephemeral33);
    append(info, reader33);
    return hkdfSha256(agreed.view(), {}, info, kAeadKeyBytes + kAeadNonceBytes);
}

Bytes boundBy(const SectionHead& head, const WrappedKey& key)
{
    Bytes out = toBytes(kWrapInfo);
    append(out, encodeHead(head));
    append(out, key.reader.view());
    append(out, key.sharedBy.view());
    putNumber(out, key.until, 8);
    append(out, key.ephemeral);
    return out;
}

} // namespace

WrappedKey wrapKey(const SectionHead& head, const SecretBytes& contentKey, const PublicKey& reader,
                   const Address& sharedBy, std::uint64_t until, const PrivateKey& ephemeral)
{
    WrappedKey out;
    out.reader = reader.address();
    out.sharedBy = sharedBy;
    out.until = until;
    out.ephemeral = ephemeral.publicKeyCompressed();
    const SecretBytes secrets = wrappingSecrets(sharedSecret(ephemeral, reader), out.ephemeral, reader.compressed());
    const Bytes sealed = sealAes256Gcm(secrets.view().first(kAeadKeyBytes), secrets.view().last(kAeadNonceBytes),
                                       contentKey.view(), boundBy(head, out));
    std::copy_n(sealed.begin(), out.sealed.size(), out.sealed.begin());
    return out;
}

Result<SecretBytes> unwrapKey(const LockedKey& locked, const PrivateKey& own)
{
    const auto ephemeral = PublicKey::fromBytes(locked.key.ephemeral);
    if (!ephemeral.ok()) {
        return PrivacyError::WrongKey;
    }
    const auto own33 = own.publicKeyCompressed();
    const SecretBytes secrets = wrappingSecrets(sharedSecret(own, *ephemeral), locked.key.ephemeral, own33);
    SecretBytes out(kContentKeyBytes);
    const bool opened = openAes256Gcm(secrets.view().first(kAeadKeyBytes), secrets.view().last(kAeadNonceBytes),
                                      locked.key.sealed, boundBy(locked.head, locked.key), out.span());
    if (!opened || secretsOf(locked.head, out).commitment != locked.head.commitment) {
        return PrivacyError::WrongKey;
    }
    return out;
}

SectionSecrets secretsOf(const SectionHead& head, const SecretBytes& contentKey)
{
    SectionHead bound = head;
    bound.commitment = {};
    Bytes info = toBytes(kSectionInfo);
    append(info, encodeHead(bound));
    const SecretBytes all = hkdfSha256(contentKey.view(), head.id, info, kAeadKeyBytes + kAeadNonceBytes + 32);
    return {SecretBytes::copyOf(all.view().first(kAeadKeyBytes)),
            SecretBytes::copyOf(all.view().subspan(kAeadKeyBytes, kAeadNonceBytes)), Hash32::from(all.view().last(32))};
}

Bytes encodeHead(const SectionHead& head)
{
    Bytes out;
    out.reserve(kHeadBytes);
    append(out, head.vehicleId.view());
    append(out, head.writer.view());
    out.push_back(head.kind);
    append(out, head.id);
    append(out, head.commitment.view());
    return out;
}

SectionHead readHead(ByteReader& in)
{
    SectionHead head;
    head.vehicleId = in.fixed<Hash32>();
    head.writer = in.fixed<Address>();
    head.kind = static_cast<std::uint8_t>(in.number(1));
    head.id = in.array<16>();
    head.commitment = in.fixed<Hash32>();
    return head;
}

void putWrapped(Bytes& to, const WrappedKey& key)
{
    append(to, key.reader.view());
    append(to, key.sharedBy.view());
    putNumber(to, key.until, 8);
    append(to, key.ephemeral);
    append(to, key.sealed);
}

WrappedKey readWrapped(ByteReader& in)
{
    WrappedKey key;
    key.reader = in.fixed<Address>();
    key.sharedBy = in.fixed<Address>();
    key.until = in.number(8);
    key.ephemeral = in.array<33>();
    key.sealed = in.array<48>();
    return key;
}

Bytes encodeLocked(const LockedKey& locked)
{
    Bytes out = encodeHead(locked.head);
    putWrapped(out, locked.key);
    return out;
}

Result<LockedKey> decodeLocked(BytesView bytes)
{
    ByteReader in(bytes);
    LockedKey out;
    out.head = readHead(in);
    out.key = readWrapped(in);
    if (!in.ok() || !in.rest().empty()) {
        return Error(PrivacyError::BadKeyBlock, {"length"});
    }
    return out;
}

} // namespace autochain::privacy
