// SPDX-License-Identifier: GPL-3.0-or-later
// Where verification begins: somebody's word that this block belongs to the chain, and for how much work it stands. As
// JSON {"number": 12000000, "hash": "0x…", "totalDifficulty": "0x…"}.
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
    bool operator==(const Checkpoint&) const = default;
};

// BadJson with the key that is wrong or unknown.
Result<Checkpoint> readCheckpoint(const QJsonObject& object);
QJsonObject checkpointJson(const Checkpoint& checkpoint);

} // namespace autochain
