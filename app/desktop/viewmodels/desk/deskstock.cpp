// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/desk/deskstock.h"

#include "escrow/rules.h"
#include "session/dealfeed.h"
#include "session/session.h"
#include "vehicle/vin.h"

namespace autochain::desktop
{
namespace
{
constexpr auto kPaused = "dealer.paused";
}

DeskStock::DeskStock(Session& session, dealer::JobPace pace, QObject* parent)
    : QObject(parent), m_session(session), m_desk(session.database()),
      m_job(m_desk, session.vehicles(), session.listings(), session.content(), session.clock(), pace)
{
    m_job.closing = [this] { return m_session.gate().closed(); };
    m_job.onRows = [this](const std::vector<std::uint32_t>& rows) { emit rowsChanged(rows); };
    m_job.onState = [this] { emit jobChanged(); };
    connect(&session.dealFeed(), &DealFeed::changed, this, &DeskStock::readDeadlines);
}

DeskStock::~DeskStock()
{
    m_job.stop();
}

Result<> DeskStock::load()
{
    if (m_loaded) {
        return {};
    }
    AC_CHECK(m_desk.load());
    AC_TRY(m_views, m_desk.views().all());
    m_loaded = true;
    readDeadlines();
    emit reset();
    emit viewsChanged();
    const auto paused = m_session.settings().get(kPaused);
    if (m_desk.wanted() == 0) {
        return {};
    }
    if (paused.ok() && paused->has_value()) {
        m_job.pause();
    } else {
        startJob();
    }
    return {};
}

dealer::QueryContext DeskStock::context() const
{
    return {m_session.now(), m_session.me()};
}

UnixTime DeskStock::oldestRead(const std::vector<std::uint32_t>& rows) const
{
    UnixTime oldest = 0;
    for (const std::uint32_t row : rows) {
        const UnixTime at = table().at(row).own.checkedAt;
        oldest = at != 0 && (oldest == 0 || at < oldest) ? at : oldest;
    }
    return oldest;
}

dealer::CarList DeskStock::readList(const QString& text) const
{
    return dealer::readCarList(text.toStdString(), [this](const std::string& key) { return m_desk.stockOf(key); });
}

bool DeskStock::keep(const Result<>& result)
{
    const ErrorView error = result.ok() ? ErrorView() : ErrorView::of(result.error());
    if (!(error == m_error)) {
        m_error = error;
        emit errorChanged();
    }
    return result.ok();
}

void DeskStock::dismissError()
{
    keep(Result<>());
}

bool DeskStock::add(const std::vector<dealer::ListedCar>& cars, bool check)
{
    if (!keep(m_desk.add(cars, m_session.now(), check))) {
        return false;
    }
    readDeadlines();
    emit reset();
    if (check) {
        startJob();
    }
    return true;
}

bool DeskStock::remove(const std::vector<std::uint32_t>& rows)
{
    std::vector<std::int64_t> ids;
    for (const std::uint32_t row : rows) {
        ids.push_back(table().at(row).own.id);
    }
    const bool kept = keep(m_desk.remove(ids));
    emit reset();
    return kept;
}

void DeskStock::check(const std::vector<std::uint32_t>& rows)
{
    if (!keep(m_desk.want(rows, m_session.now()))) {
        return;
    }
    emit rowsChanged(rows);
    startJob();
}

void DeskStock::startJob()
{
    if (!m_job.running()) {
        m_sinceStart.start();
    }
    (void)m_session.settings().remove(kPaused); // at worst a job begins paused at the next start
    m_session.gate().start(m_job.run());
}

void DeskStock::pauseJob()
{
    m_job.pause();
    (void)m_session.settings().set(kPaused, "1");
    emit jobChanged();
}

void DeskStock::resumeJob()
{
    startJob();
}

void DeskStock::cancelJob()
{
    keep(m_job.cancel());
}

template <typename Change>
bool DeskStock::change(std::uint32_t row, Change change)
{
    const bool kept = keep(m_desk.change(row, change));
    emit rowsChanged({row});
    return kept;
}

bool DeskStock::setMark(std::uint32_t row, dealer::Mark mark, bool on)
{
    const bool kept = change(row, [&](store::StockRow& own) {
        own.marks = on ? own.marks | dealer::bitOf(mark) : own.marks & ~dealer::bitOf(mark);
    });
    const dealer::Car& car = table().at(row);
    if (!kept || mark != dealer::Mark::Watched || car.vehicleId.isZero()) {
        return kept;
    }
    store::Watched watched;
    watched.vehicleId = car.vehicleId;
    watched.addedAt = m_session.now();
    watched.seenPrice = car.check ? car.check->listing.price : U256();
    watched.seenHistoryCount = car.check ? car.check->records : 0;
    const bool done = keep(on ? m_session.watchList().put(watched) : m_session.watchList().remove(car.vehicleId));
    emit watchedChanged();
    return done;
}

bool DeskStock::setNote(std::uint32_t row, const QString& note)
{
    return change(row, [&](store::StockRow& own) { own.note = note.left(10'000).toStdString(); });
}

bool DeskStock::setName(std::uint32_t row, const QString& name)
{
    return change(row, [&](store::StockRow& own) { own.name = name.simplified().left(200).toStdString(); });
}

bool DeskStock::setMoney(std::uint32_t row, dealer::Column column, const U256& amount)
{
    return change(row, [&](store::StockRow& own) {
        (column == dealer::Column::Cost ? own.cost : column == dealer::Column::Ask ? own.ask : own.lowest) = amount;
    });
}

bool DeskStock::setVin(std::uint32_t row, const QString& vin)
{
    const auto accepted = vehicle::acceptVin(vin.toStdString());
    if (!accepted.ok()) {
        return keep(accepted.error());
    }
    return change(row, [&](store::StockRow& own) { own.vin = *accepted; });
}

bool DeskStock::saveView(store::StockView view)
{
    const auto id = m_desk.views().put(view);
    if (!keep(id.ok() ? Result<>() : Result<>(id.error()))) {
        return false;
    }
    if (auto views = m_desk.views().all(); views.ok()) {
        m_views = std::move(*views);
    }
    emit viewsChanged();
    return true;
}

bool DeskStock::removeView(std::int64_t id)
{
    const bool kept = keep(m_desk.views().remove(id));
    if (kept) {
        std::erase_if(m_views, [id](const store::StockView& view) { return view.id == id; });
        emit viewsChanged();
    }
    return kept;
}

void DeskStock::readDeadlines()
{
    std::vector<std::uint32_t> changed;
    for (const escrow::DealView& deal : m_session.dealFeed().deals()) {
        const auto row = table().byVehicle(deal.terms.vehicleId);
        if (!row || !escrow::isOpen(escrow::stageOf(deal, m_session.now()))) {
            continue;
        }
        const auto deadline = escrow::nextDeadline(deal, m_session.now());
        const UnixTime at = deadline && !deadline->passed ? deadline->at : 0;
        if (table().at(*row).dealDeadline != at) {
            m_desk.setDeadline(*row, at);
            changed.push_back(*row);
        }
    }
    if (!changed.empty()) {
        emit rowsChanged(changed);
    }
}

} // namespace autochain::desktop
