// SPDX-License-Identifier: GPL-3.0-or-later
// Where verification begins: somebody's word that this block belongs to the chain, and for how much work it stands. As
// JSON {"number": 12000000, "hash": "0x…", "totalDifficulty": "0x…", "signature": "0x…"}; the signature may be left
// out.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "base/u256.h"
#include "codec/error.h"

class QJsonObject;

namespace autochain
{

struct Checkpoint {
    std::uint64_t number = 0;
    Hash32 hash;
    U256 totalDifficulty; // up to and with this block; zero where it is not known: then only what follows is counted
    Bytes signature;      // 65 bytes r || s || v over checkpointText (EIP-191, personal_sign); empty: nobody signed it
    bool operator==(const Checkpoint&) const = default;
};

// BadJson with the key that is wrong or unknown.
Result<Checkpoint> readCheckpoint(const QJsonObject& object);
QJsonObject checkpointJson(const Checkpoint& checkpoint);

// What is signed, five lines: "AutoChain checkpoint", "chain 61", "genesis 0x…", "block 12000000 0x…", "total
// difficulty 0x…".
std::string checkpointText(std::uint64_t chainId, const Hash32& genesisHash, const Checkpoint& checkpoint);
bool isSignedBy(const Address& signer, std::uint64_t chainId, const Hash32& genesisHash, const Checkpoint& checkpoint);

} // namespace autochain
