// SPDX-License-Identifier: GPL-3.0-or-later
// What others did that concerns this person: events of his deals, records on his cars and on cars he signed for, prices
// of cars he watches, money that came. From logs, so hints; what he did himself is not news.
#pragma once

#include "chain/node_port.h"
#include "viewmodels/home/changesmodel.h"

#include <set>
#include <unordered_map>

namespace autochain::desktop
{

class Session;

class ChangesReader
{
public:
    // The session must outlive the reader and its tasks.
    explicit ChangesReader(Session& session) : m_session(session) {}

    // Everything from block `from` (0: the beginning of the network) to the newest, newest first. Blocks read before
    // are not asked again.
    QCoro::Task<Result<std::vector<ChangeRow>>> read(std::uint64_t from);

private:
    QCoro::Task<Result<>> readDeals(std::uint64_t from, std::uint64_t to);
    QCoro::Task<Result<>> readRecords(std::uint64_t from, std::uint64_t to);
    QCoro::Task<Result<>> readPrices(std::uint64_t from, std::uint64_t to);
    QCoro::Task<Result<>> readMoney(std::uint64_t from, std::uint64_t to);
    QCoro::Task<Result<std::vector<Log>>> logs(std::string contract, std::uint64_t from, std::uint64_t to,
                                               std::vector<std::optional<Hash32>> topics);
    QCoro::Task<UnixTime> timeOf(Log log);
    QCoro::Task<> add(Log log, ChangeRow row);
    ChangeRow dealRow(const Log& log) const;
    QString who(const Address& address) const;

    Session& m_session;
    std::vector<ChangeRow> m_rows;
    std::set<QString> m_keys;
    std::unordered_map<Hash32, UnixTime> m_times; // by transaction
    std::uint64_t m_readTo = 0;                   // 0: nothing yet
    std::size_t m_carsThen = 0;                   // a new car or deal: its past is read too
};

} // namespace autochain::desktop
