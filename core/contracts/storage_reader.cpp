// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/storage_reader.h"

namespace autochain
{
namespace
{
constexpr int kMaxAttempts = 4;

// BadAnswer where a port broke its word on their number.
Result<> checkCounts(const std::vector<StorageRequest>& asked, const std::vector<std::vector<U256>>& words)
{
    if (words.size() != asked.size()) {
        return ChainError::BadAnswer;
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (words[i].size() != asked[i].slotKeys.size()) {
            return ChainError::BadAnswer;
        }
    }
    return {};
}
} // namespace

void StorageBatch::addSlots(const Address& contract, std::vector<Hash32> slotKeys,
                            std::function<void(std::span<const U256>)> take)
{
    m_parts.push_back({contract, std::move(slotKeys), std::move(take)});
}

std::shared_ptr<std::string> StorageBatch::addString(const Address& contract, StringReader reader)
{
    auto value = std::make_shared<std::string>();
    m_strings.push_back({contract, reader, value});
    return value;
}

QCoro::Task<Result<Sourced<Unit>>> StorageBatch::run(NodePort& node)
{
    // Long strings take a second request, which may meet a newer block: then everything is read once more.
    for (int attempt = 0; attempt < kMaxAttempts; ++attempt) {
        auto done = co_await readOnce(node);
        if (!done.ok() || done->has_value()) {
            co_return done.ok() ? Result<Sourced<Unit>>(**done) : Result<Sourced<Unit>>(done.error());
        }
    }
    co_return ChainError::BadAnswer;
}

std::vector<StorageRequest> StorageBatch::firstRound() const
{
    std::vector<StorageRequest> requests;
    for (const auto& part : m_parts) {
        requests.push_back({part.contract, part.slotKeys});
    }
    for (const auto& text : m_strings) {
        requests.push_back({text.contract, {text.reader.slot}});
    }
    return requests;
}

QCoro::Task<Result<std::optional<Sourced<Unit>>>> StorageBatch::readOnce(NodePort& node)
{
    const auto first = firstRound();
    auto read = co_await node.storage(first);
    if (!read.ok()) {
        co_return read.error();
    }
    AC_CO_CHECK(checkCounts(first, read->value));
    const std::span<const std::vector<U256>> firstWords(read->value.begin() + std::ssize(m_parts), read->value.end());

    std::vector<StorageRequest> second;
    std::vector<std::size_t> longOnes;
    for (std::size_t i = 0; i < m_strings.size(); ++i) {
        auto more = StringReader::moreSlots(m_strings[i].reader.slot, firstWords[i][0]);
        if (!more.empty()) {
            second.push_back({m_strings[i].contract, std::move(more)});
            longOnes.push_back(i);
        }
    }
    std::vector<std::vector<U256>> texts(m_strings.size());
    Sourced<Unit> source{{}, read->provenance, read->block};
    if (!second.empty()) {
        auto rest = co_await node.storage(second);
        if (!rest.ok()) {
            co_return rest.error();
        }
        AC_CO_CHECK(checkCounts(second, rest->value));
        if (rest->block != read->block) {
            co_return std::optional<Sourced<Unit>>();
        }
        for (std::size_t i = 0; i < longOnes.size(); ++i) {
            texts[longOnes[i]] = std::move(rest->value[i]);
        }
        source.provenance = worst(source.provenance, rest->provenance);
    }
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_parts[i].take(read->value[i]);
    }
    for (std::size_t i = 0; i < m_strings.size(); ++i) {
        *m_strings[i].value = StringReader::decode(firstWords[i][0], texts[i]);
    }
    co_return std::optional(source);
}

} // namespace autochain
