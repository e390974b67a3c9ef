// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/database.h"

namespace autochain::store
{
// "What changed": which events a person has seen, and how far each feed was read.
class SeenEvents
{
public:
    explicit SeenEvents(Database& database) : m_database(database) {}
    // `key`: transaction hash and log index, or any text that names the event once.
    Result<bool> isSeen(std::string_view feed, std::string_view key);
    Result<> markSeen(std::string_view feed, std::string_view key, UnixTime at); // again: keeps the first time
    Result<std::vector<std::string>> unseenOf(std::string_view feed, const std::vector<std::string>& keys);
    Result<> forgetBefore(UnixTime time);

    Result<std::optional<std::uint64_t>> cursor(std::string_view feed); // last block read to its end
    Result<> setCursor(std::string_view feed, std::uint64_t block);

private:
    Database& m_database;
};
} // namespace autochain::store
