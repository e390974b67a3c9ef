// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/home/changesreader.h"

#include "base/hex.h"
#include "contracts/generated/auc.h"
#include "contracts/generated/deal_book.h"
#include "contracts/generated/listing_board.h"
#include "contracts/generated/vehicle_registry.h"
#include "session/carfeed.h"
#include "session/carnames.h"
#include "session/dealfeed.h"
#include "session/session.h"
#include "viewmodels/base/format.h"
#include "viewmodels/home/recordkindtext.h"

#include <QCoreApplication>

namespace autochain::desktop
{
namespace
{
namespace dealBook = contracts::dealBook;

QString tr(const char* text)
{
    return QCoreApplication::translate("changes", text);
}

using Topics = std::vector<std::optional<Hash32>>;

Topics topicsOf(const Hash32& event, const std::optional<Hash32>& first)
{
    return {event, first};
}

Hash32 wordOf(const Address& address)
{
    Hash32 word;
    std::copy(address.bytes.begin(), address.bytes.end(), word.bytes.begin() + 12);
    return word;
}

const escrow::DealView* find(const std::vector<escrow::DealView>& deals, const Hash32& id)
{
    const auto found = std::find_if(deals.begin(), deals.end(), [&](const auto& deal) { return deal.id == id; });
    return found == deals.end() ? nullptr : &*found;
}
} // namespace

QString ChangesReader::who(const Address& address) const
{
    const QString name = m_session.nameOf(address);
    return name.isEmpty() ? format::shortAddress(address) : name;
}

QCoro::Task<Result<std::vector<ChangeRow>>> ChangesReader::read(std::uint64_t from)
{
    const std::size_t cars = m_session.carFeed().cars().size() + m_session.dealFeed().deals().size();
    const std::uint64_t to = m_session.head().number;
    const std::uint64_t first = std::max(from, m_session.network().deployedAtBlock);
    const std::uint64_t begin = m_readTo == 0 || cars != m_carsThen ? first : m_readTo + 1;
    if (begin <= to) {
        AC_CO_CHECK(co_await readDeals(begin, to));
        AC_CO_CHECK(co_await readRecords(begin, to));
        AC_CO_CHECK(co_await readPrices(begin, to));
        AC_CO_CHECK(co_await readMoney(begin, to));
        m_readTo = to;
        m_carsThen = cars;
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const ChangeRow& a, const ChangeRow& b) { return a.block > b.block; });
    for (ChangeRow& row : m_rows) {
        if (!row.car.isZero()) { // a car's name is learned after its events
            row.strong = m_session.carNames().of(row.car).title;
        }
    }
    std::vector<ChangeRow> copy = m_rows; // GCC 12 would move a member that is returned from a coroutine
    co_return copy;
}

QCoro::Task<Result<std::vector<Log>>> ChangesReader::logs(std::string contract, std::uint64_t from, std::uint64_t to,
                                                          std::vector<std::optional<Hash32>> topics)
{
    LogFilter filter;
    filter.address = m_session.network().contract(contract);
    filter.topics = std::move(topics);
    filter.fromBlock = from;
    filter.toBlock = to;
    co_return co_await m_session.node().logs(std::move(filter));
}

// Events carry no time; their transaction's block does. Asked once per transaction.
QCoro::Task<UnixTime> ChangesReader::timeOf(Log log)
{
    if (const auto known = m_times.find(log.transactionHash); known != m_times.end()) {
        co_return known->second;
    }
    const auto receipt = co_await m_session.node().receipt(log.transactionHash);
    if (!receipt.ok() || !receipt->has_value()) {
        co_return m_session.now();
    }
    const UnixTime time = (*receipt)->block.time;
    m_times[log.transactionHash] = time;
    co_return time;
}

QCoro::Task<> ChangesReader::add(Log log, ChangeRow row)
{
    row.key = QString::fromStdString(toHex0x(log.transactionHash)) + QStringLiteral(":%1").arg(log.logIndex);
    if (!m_keys.insert(row.key).second) {
        co_return;
    }
    row.block = log.blockNumber;
    if (row.time == 0) {
        row.time = co_await timeOf(log);
    }
    row.level = format::level(m_session.practice() ? Provenance::Local : Provenance::Reported);
    m_rows.push_back(std::move(row));
}

QCoro::Task<Result<>> ChangesReader::readDeals(std::uint64_t from, std::uint64_t to)
{
    const std::string contract = "dealBook";
    const Topics any;
    AC_CO_TRY(const auto found, co_await logs(contract, from, to, any));
    for (const Log& log : found) {
        ChangeRow row = dealRow(log);
        if (!row.text.isEmpty()) {
            co_await add(log, std::move(row));
        }
    }
    co_return Unit{};
}

// An empty text: not of one's deals, or one's own doing.
ChangeRow ChangesReader::dealRow(const Log& log) const
{
    ChangeRow row;
    if (log.topics.size() < 2) {
        return row;
    }
    const escrow::DealView* deal = find(m_session.dealFeed().deals(), log.topics[1]);
    if (deal == nullptr) {
        return row;
    }
    row.car = deal->terms.vehicleId;
    row.tag = tr("Deal");
    row.route = QStringLiteral("deal/") + QString::fromStdString(toHex0x(deal->id));
    const Address& me = m_session.me();
    const auto say = [&](const Address& by, const QString& icon, const QString& text) {
        if (by != me) {
            row.icon = icon;
            row.text = text.arg(who(by));
        }
    };
    const Hash32& topic = log.topics[0];
    if (topic == dealBook::kOfferedTopic) {
        say(deal->terms.buyer, QStringLiteral("handshake"), tr("%1 makes an offer for"));
        row.amount = format::money(deal->terms.price, 0);
    } else if (topic == dealBook::kOfferWithdrawnTopic) {
        say(deal->terms.buyer, QStringLiteral("x"), tr("%1 withdrew the offer for"));
    } else if (topic == dealBook::kAcceptedTopic) {
        say(deal->terms.seller, QStringLiteral("check"), tr("%1 accepted the offer for"));
    } else if (topic == dealBook::kSeatTakenTopic) {
        say(deal->terms.appraiser, QStringLiteral("clipboard-check"), tr("%1 took the appraiser's seat for"));
    } else if (topic == dealBook::kFundedTopic) {
        say(deal->terms.buyer, QStringLiteral("arrow-down-left"), tr("%1 put the money into the Safe for"));
        row.amount = format::money(deal->deal.funded, 0);
    } else if (topic == dealBook::kTitleDepositedTopic) {
        say(deal->terms.seller, QStringLiteral("scroll-text"), tr("%1 put the title into the Safe of"));
    } else if (topic == dealBook::kCoSignedTopic) {
        if (const auto event = dealBook::decodeCoSignedEvent(log); event.ok()) {
            say(event->signer, QStringLiteral("pen-line"), tr("%1 signed a way to settle"));
        }
    } else if (topic == dealBook::kDisputeOpenedTopic) {
        if (const auto event = dealBook::decodeDisputeOpenedEvent(log); event.ok()) {
            say(event->by, QStringLiteral("gavel"), tr("%1 opened a dispute about"));
        }
    } else if (topic == dealBook::kAppraiserReplacedTopic) {
        say(deal->terms.substitute, QStringLiteral("users"), tr("%1 took over as appraiser for"));
    } else if (topic == dealBook::kClosedTopic) {
        row.icon = QStringLiteral("badge-check");
        row.text = tr("Deal closed:");
    }
    return row;
}

QCoro::Task<Result<>> ChangesReader::readRecords(std::uint64_t from, std::uint64_t to)
{
    const std::string contract = "vehicleRegistry";
    std::unordered_map<Hash32, QString> cars; // and why they concern me
    for (const escrow::DealView& deal : m_session.dealFeed().deals()) {
        if (deal.deal.closedAt == 0) {
            cars[deal.terms.vehicleId] = tr("Signed deal");
        }
    }
    for (const OwnCar& car : m_session.carFeed().cars()) {
        cars[car.vehicle.state.id] = tr("My car");
    }
    for (const auto& [id, why] : cars) {
        const Topics topics = topicsOf(contracts::vehicleRegistry::kRecordAppendedTopic, id);
        AC_CO_TRY(const auto found, co_await logs(contract, from, to, topics));
        for (const Log& log : found) {
            const auto event = contracts::vehicleRegistry::decodeRecordAppendedEvent(log);
            if (!event.ok() || event->provider == m_session.me() || event->index == 0) {
                continue;
            }
            ChangeRow row;
            const CarName name = m_session.carNames().of(id);
            row.icon = QStringLiteral("file-plus");
            row.text = tr("%1: new record on").arg(recordKindText(static_cast<vehicle::RecordKind>(event->kind)));
            row.car = id;
            row.tag = why;
            row.time = static_cast<UnixTime>(event->time);
            row.route = name.vin.isEmpty() ? QString() : QStringLiteral("vehicle/") + name.vin;
            co_await add(log, std::move(row));
        }
    }
    co_return Unit{};
}

QCoro::Task<Result<>> ChangesReader::readPrices(std::uint64_t from, std::uint64_t to)
{
    const auto watched = m_session.watchList().all();
    if (!watched.ok()) {
        co_return watched.error();
    }
    const std::string contract = "listingBoard";
    for (const store::Watched& car : *watched) {
        const Topics topics = topicsOf(contracts::listingBoard::kPriceChangedTopic, car.vehicleId);
        AC_CO_TRY(const auto found, co_await logs(contract, from, to, topics));
        for (const Log& log : found) {
            const auto event = contracts::listingBoard::decodePriceChangedEvent(log);
            if (!event.ok()) {
                continue;
            }
            ChangeRow row;
            const CarName name = m_session.carNames().of(car.vehicleId);
            row.icon = QStringLiteral("tag");
            row.text = event->newPrice < event->oldPrice ? tr("Price lowered on a car you watch:")
                                                         : tr("Price raised on a car you watch:");
            row.car = car.vehicleId;
            row.before = format::money(event->oldPrice, 0);
            row.amount = format::money(event->newPrice, 0);
            row.route = name.vin.isEmpty() ? QString() : QStringLiteral("vehicle/") + name.vin;
            co_await add(log, std::move(row));
        }
    }
    co_return Unit{};
}

QCoro::Task<Result<>> ChangesReader::readMoney(std::uint64_t from, std::uint64_t to)
{
    const std::string contract = "auc";
    Topics topics = topicsOf(contracts::auc::kTransferTopic, std::nullopt);
    topics.push_back(wordOf(m_session.me()));
    AC_CO_TRY(const auto found, co_await logs(contract, from, to, topics));
    for (const Log& log : found) {
        const auto event = contracts::auc::decodeTransferEvent(log);
        // Nothing or dust may come from a look-alike that wants to be copied: the wallet keeps it apart, here it is not
        // news.
        if (!event.ok() || event->from.isZero() || event->value < auc(1)) {
            continue;
        }
        ChangeRow row;
        row.icon = QStringLiteral("arrow-down-left");
        row.text = tr("Received from");
        row.strong = who(event->from);
        row.amount = format::money(event->value);
        row.tag = tr("Wallet");
        row.route = QStringLiteral("wallet");
        co_await add(log, std::move(row));
    }
    co_return Unit{};
}

} // namespace autochain::desktop
