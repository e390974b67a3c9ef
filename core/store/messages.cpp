// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messages.h"

namespace autochain::store
{
namespace
{
Message messageIn(const Statement& row)
{
    Message out;
    out.id = row.integer(0);
    out.dealId = row.fixed<Hash32>(1);
    out.key = row.fixed<Hash32>(2);
    out.from = row.fixed<Address>(3);
    out.time = row.integer(4);
    out.state = static_cast<MessageState>(row.integer(5)); // the table's CHECK keeps it in range
    out.text = row.text(6);
    out.attachment = row.fixed<Hash32>(7);
    out.attachmentName = row.text(8);
    return out;
}
} // namespace

Result<std::int64_t> Messages::add(const Message& message)
{
    AC_TRY(Statement put, m_database.prepare("INSERT INTO message (deal_id, key, from_address, time, state, text, "
                                             "attachment, attachment_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    AC_CHECK(put.bind(1, message.dealId)
                 .bind(2, message.key)
                 .bind(3, message.from)
                 .bind(4, message.time)
                 .bind(5, static_cast<std::int64_t>(message.state))
                 .bind(6, message.text)
                 .bind(7, message.attachment)
                 .bind(8, message.attachmentName)
                 .run());
    return m_database.lastInsertId();
}

Result<> Messages::setState(std::int64_t id, MessageState state)
{
    AC_TRY(Statement update, m_database.prepare("UPDATE message SET state = ?2 WHERE id = ?1"));
    AC_CHECK(update.bind(1, id).bind(2, static_cast<std::int64_t>(state)).run());
    if (m_database.changes() == 0) {
        return StoreError::NotFound;
    }
    return {};
}

Result<std::vector<Message>> Messages::ofDeal(const Hash32& dealId)
{
    AC_TRY(Statement query,
           m_database.prepare("SELECT id, deal_id, key, from_address, time, state, text, attachment, attachment_name "
                              "FROM message WHERE deal_id = ?1 ORDER BY time, id"));
    query.bind(1, dealId);
    std::vector<Message> out;
    for (;;) {
        AC_TRY(const bool row, query.step());
        if (!row) {
            return out;
        }
        out.push_back(messageIn(query));
    }
}

Result<int> Messages::unreadOf(const Hash32& dealId)
{
    AC_TRY(Statement query, m_database.prepare("SELECT count(*) FROM message WHERE deal_id = ?1 AND state = ?2"));
    AC_TRY(const bool row, query.bind(1, dealId).bind(2, static_cast<std::int64_t>(MessageState::Received)).step());
    return row ? static_cast<int>(query.integer(0)) : 0;
}

} // namespace autochain::store
