// SPDX-License-Identifier: GPL-3.0-or-later
// Reading contract state by storage slot. The generated readers (contracts/generated/*.h) name the slots of one value and
// how its words decode; a StorageBatch collects many and reads them in one go at one block.
#pragma once

#include "base/bytes.h"
#include "base/u256.h"
#include "chain/node_port.h"

#include <functional>
#include <memory>
#include <span>

namespace autochain
{

template <typename T>
struct StorageReader {
    std::vector<Hash32> slots;
    std::function<T(std::span<const U256>)> decode; // gets one word per slot
};

// A string or bytes in storage: short form needs only the first word; `moreSlots` gives those of the long form.
struct StringReader {
    Hash32 slot;
    // Slots still needed after the first word (empty for the short form); capped at 64 KiB.
    static std::vector<Hash32> moreSlots(const Hash32& slot, const U256& firstWord);
    static std::string decode(const U256& firstWord, std::span<const U256> more);
};

// Collects readers, reads once, hands out values. Not reusable.
class StorageBatch
{
public:
    template <typename T>
    std::shared_ptr<T> add(const Address& contract, StorageReader<T> reader)
    {
        auto value = std::make_shared<T>();
        addSlots(contract, std::move(reader.slots),
                 [value, decode = std::move(reader.decode)](std::span<const U256> words) { *value = decode(words); });
        return value;
    }
    std::shared_ptr<std::string> addString(const Address& contract, StringReader reader); // takes a second round where long
    // Provenance and block of everything read; the shared values are filled when this ends without an error.
    QCoro::Task<Result<Sourced<Unit>>> run(NodePort& node);

private:
    struct Part {
        Address contract;
        std::vector<Hash32> slots;
        std::function<void(std::span<const U256>)> take;
    };
    void addSlots(const Address& contract, std::vector<Hash32> slots, std::function<void(std::span<const U256>)> take);
    std::vector<Part> m_parts;
    std::vector<std::pair<Address, std::pair<StringReader, std::shared_ptr<std::string>>>> m_strings;
};

// Slot arithmetic of the Solidity storage layout ("Layout of State Variables in Storage").
Hash32 mappingSlot(const Hash32& keyWord, const Hash32& slot);
Hash32 arrayDataSlot(const Hash32& slot);
Hash32 slotPlus(const Hash32& slot, std::uint64_t offset);
Hash32 slotNumber(std::uint64_t slot);

} // namespace autochain
