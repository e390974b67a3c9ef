// SPDX-License-Identifier: GPL-3.0-or-later
// One value of a contract's state: which storage words it takes and how they decode. No I/O; see storage_reader.h.
#pragma once

#include "base/bytes.h"
#include "base/u256.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace autochain
{

template <typename T>
struct StorageReader {
    std::vector<Hash32> slotKeys;
    std::function<T(std::span<const U256>)> decode; // gets one word per slot
};

// A string or bytes in storage: short form needs only the first word; `moreSlots` gives those of the long form.
struct StringReader {
    Hash32 slot;
    // Slots still needed after the first word (empty for the short form); capped at 64 KiB.
    static std::vector<Hash32> moreSlots(const Hash32& slot, const U256& firstWord);
    // At most what `more` holds; a first word that promises more than 64 KiB gives the first 64 KiB.
    static std::string decode(const U256& firstWord, std::span<const U256> more);
};

// Slot arithmetic of the Solidity storage layout ("Layout of State Variables in Storage").
Hash32 mappingSlot(const Hash32& keyWord, const Hash32& slot);
Hash32 arrayDataSlot(const Hash32& slot);
Hash32 slotPlus(const Hash32& slot, std::uint64_t offset);
Hash32 slotNumber(std::uint64_t slot);

} // namespace autochain
