// SPDX-License-Identifier: GPL-3.0-or-later
// Reading contract state by storage slot. The generated readers (contracts/generated/*.h) name the slots of one value
// and how its words decode; a StorageBatch collects many and reads them in one go at one block.
#pragma once

#include "chain/node_port.h"
#include "contracts/storage_value.h"

#include <memory>

namespace autochain
{

// Collects readers, reads once, hands out values. Not reusable.
class StorageBatch
{
public:
    template <typename T>
    std::shared_ptr<T> add(const Address& contract, StorageReader<T> reader)
    {
        auto value = std::make_shared<T>();
        addSlots(contract, std::move(reader.slotKeys),
                 [value, decode = std::move(reader.decode)](std::span<const U256> words) { *value = decode(words); });
        return value;
    }
    std::shared_ptr<std::string> addString(const Address& contract,
                                           StringReader reader); // takes a second round where long
    // Provenance and block of everything read; the shared values are filled when this ends without an error.
    QCoro::Task<Result<Sourced<Unit>>> run(NodePort& node);

private:
    struct Part {
        Address contract;
        std::vector<Hash32> slotKeys;
        std::function<void(std::span<const U256>)> take;
    };
    struct Text {
        Address contract;
        StringReader reader;
        std::shared_ptr<std::string> value;
    };
    void addSlots(const Address& contract, std::vector<Hash32> slotKeys,
                  std::function<void(std::span<const U256>)> take);
    std::vector<StorageRequest> firstRound() const;
    // None: a new block came between the two rounds.
    QCoro::Task<Result<std::optional<Sourced<Unit>>>> readOnce(NodePort& node);
    std::vector<Part> m_parts;
    std::vector<Text> m_strings;
};

} // namespace autochain
