// SPDX-License-Identifier: GPL-3.0-or-later
// A section's key for one reader: an ephemeral key agrees with the reader's public key (ECDH on secp256k1, SEC
// 1, 3.3.1), HKDF-SHA256 (RFC 5869) over both points makes a key of that as in RFC 9180, 4.1, and AES-256-GCM seals the
// section's key under it. Car, kind, writer, section, reader, who shared it and until when are bound as associated
// data.
#pragma once

#include "base/secret_bytes.h"
#include "crypto/public_key.h"
#include "privacy/error.h"

namespace autochain::privacy
{

inline constexpr std::size_t kContentKeyBytes = 32;
using SectionId = std::array<std::uint8_t, 16>; // random

// What a section is of. The commitment ties it to one key, so that nobody can make a section that opens to one text for
// one reader and to another for the next (AES-GCM alone would allow it).
struct SectionHead {
    Hash32 vehicleId;
    std::uint8_t kind = 0; // of the record, as in the registry
    Address writer;        // the record's provider
    SectionId id{};
    Hash32 commitment;
    bool operator==(const SectionHead&) const = default;
};

struct WrappedKey {
    Address reader;
    Address sharedBy;
    std::uint64_t until = 0; // unix seconds; 0: no end. From then on no suite opens it; who kept the key still can
    std::array<std::uint8_t, 33> ephemeral{};
    std::array<std::uint8_t, 48> sealed{}; // key and tag
    bool operator==(const WrappedKey&) const = default;
};

// What the signer needs to unwrap one key, as it goes over its pipe.
struct LockedKey {
    SectionHead head;
    WrappedKey key;
    bool operator==(const LockedKey&) const = default;
};

// `ephemeral`: a new random key for every call, forgotten afterwards.
WrappedKey wrapKey(const SectionHead& head, const SecretBytes& contentKey, const PublicKey& reader,
                   const Address& sharedBy, std::uint64_t until, const PrivateKey& ephemeral);
// WrongKey: not for this reader or head, altered, the ephemeral point is none, or the key is not the head's.
Result<SecretBytes> unwrapKey(const LockedKey& locked, const PrivateKey& own);

// What a key commits to and is expanded to, for the head without its commitment.
struct SectionSecrets {
    SecretBytes key;   // 32
    SecretBytes nonce; // 12: the key seals one text, so it may follow from it
    Hash32 commitment;
};
SectionSecrets secretsOf(const SectionHead& head, const SecretBytes& contentKey);

inline constexpr std::size_t kHeadBytes = 32 + 20 + 1 + 16 + 32;
inline constexpr std::size_t kWrappedBytes = 20 + 20 + 8 + 33 + 48;
inline constexpr std::size_t kLockedBytes = kHeadBytes + kWrappedBytes;
Bytes encodeHead(const SectionHead& head);
Bytes encodeLocked(const LockedKey& locked);
Result<LockedKey> decodeLocked(BytesView bytes); // BadKeyBlock

class ByteReader;
SectionHead readHead(ByteReader& in);
WrappedKey readWrapped(ByteReader& in);
void putWrapped(Bytes& to, const WrappedKey& key);

} // namespace autochain::privacy
