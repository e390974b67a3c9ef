// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/database.h"

namespace autochain::store
{
enum class MessageState { Draft, Sent, Delivered, Received, Read, Refused }; // stored by number

// A message or piece of evidence of a deal, as this computer keeps it.
struct Message {
    std::int64_t id = 0; // set by add()
    Hash32 dealId;
    Hash32 key; // names the message on every side (digest of its signed form); unique per deal
    Address from;
    UnixTime time = 0;
    MessageState state = MessageState::Received;
    std::string text;  // at most 64 KiB
    Hash32 attachment; // digest of a content block; zero: none
    std::string attachmentName;
    bool operator==(const Message&) const = default;
};

class Messages
{
public:
    explicit Messages(Database& database) : m_database(database) {}
    Result<std::int64_t> add(const Message& message); // Conflict: (dealId, key) is there already, or text too long
    Result<> setState(std::int64_t id, MessageState state);
    Result<std::vector<Message>> ofDeal(const Hash32& dealId); // oldest first
    Result<int> unreadOf(const Hash32& dealId);                // Received and not Read

private:
    Database& m_database;
};
} // namespace autochain::store
