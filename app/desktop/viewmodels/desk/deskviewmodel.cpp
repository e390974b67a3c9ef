// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/desk/deskviewmodel.h"

#include "market/filter.h"
#include "viewmodels/base/format.h"
#include "viewmodels/desk/deskwords.h"
#include "viewmodels/shell/navigation.h"

namespace autochain::desktop
{
namespace
{
constexpr int kCountMs = 300;
constexpr int kMostHits = 5;
constexpr int kFewestLetters = 3;
} // namespace

DeskViewModel::DeskViewModel(PageContext context)
    : PageViewModel(context), m_stock(context.session), m_watch(context.session, m_stock, context.toasts),
      m_reports(context.session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kCountMs);
    connect(&m_soon, &QTimer::timeout, this, &DeskViewModel::count);
    connect(&m_stock, &DeskStock::reset, this, &DeskViewModel::count);
    connect(&m_stock, &DeskStock::rowsChanged, this, [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    });
    connect(&m_stock, &DeskStock::jobChanged, this, &DeskViewModel::changed);
}

QCoro::Task<Result<>> DeskViewModel::load()
{
    const Result<> read = m_stock.load();
    count();
    co_return read;
}

void DeskViewModel::count()
{
    const std::pair<QString, const char*> questions[] = {
        {tr("Listed"), "status:listed"}, {tr("In deals"), "status:deal"},   {tr("Need attention"), "attention"},
        {tr("No data"), "nodata"},       {tr("Over 90 days"), "days:>=90"}, {tr("Deadline today"), "deadline"}};
    m_counts.clear();
    for (const auto& [name, query] : questions) {
        const auto parsed = dealer::parseQuery(query);
        const std::size_t found = dealer::countOf(m_stock.table(), std::get<dealer::Query>(parsed), m_stock.context());
        m_counts.append(QVariantMap{{QStringLiteral("key"), name},
                                    {QStringLiteral("value"), format::count(found)},
                                    {QStringLiteral("query"), QString::fromLatin1(query)}});
    }
    emit changed();
}

QString DeskViewModel::headline() const
{
    const auto& cars = m_stock.table().cars();
    UnixTime oldest = 0;
    for (const dealer::Car& car : cars) {
        oldest = car.own.checkedAt != 0 && (oldest == 0 || car.own.checkedAt < oldest) ? car.own.checkedAt : oldest;
    }
    const QString count = tr("%Ln car(s)", nullptr, static_cast<int>(cars.size()));
    return oldest == 0 ? count : tr("%1 · oldest reading: %2").arg(count, deskwords::age(oldest, session().now()));
}

QString DeskViewModel::job() const
{
    const dealer::JobState& state = m_stock.job().state();
    const QString count = tr("%1 of %2 histories checked").arg(format::count(state.done), format::count(state.total));
    return state.phase == dealer::JobState::Phase::Paused    ? tr("%1, paused").arg(count)
           : state.phase == dealer::JobState::Phase::Waiting ? tr("%1, waiting for the node").arg(count)
                                                             : count;
}

QString DeskViewModel::jobFailures() const
{
    return deskwords::failures(m_stock.job().state());
}

double DeskViewModel::jobDone() const
{
    const dealer::JobState& state = m_stock.job().state();
    return state.total == 0 ? 0 : static_cast<double>(state.done) / static_cast<double>(state.total);
}

bool DeskViewModel::jobActive() const
{
    return m_stock.job().state().phase != dealer::JobState::Phase::Idle;
}

void DeskViewModel::openDesk(const QString& query)
{
    emit windowWanted(query);
}

void DeskViewModel::openInSuite(const QString& route)
{
    navigation().open(route);
    emit suiteWanted();
}

void DeskViewModel::visit(const QString& rest)
{
    if (rest.startsWith(QLatin1String("window"))) {
        emit windowWanted(rest.section(QLatin1Char('/'), 1));
    }
}

QVector<SearchHit> DeskViewModel::search(const QString& text) const
{
    QVector<SearchHit> out;
    const std::string folded = market::foldText(text.trimmed().toStdString());
    if (text.trimmed().size() < kFewestLetters) {
        return out;
    }
    for (const dealer::Car& car : m_stock.table().cars()) {
        if (car.folded.find(folded) != std::string::npos && !car.own.vin.empty()) {
            const QString vin = QString::fromStdString(car.own.vin);
            out.append({QStringLiteral("layout-list"), QString::fromStdString(car.name), tr("In stock, %1").arg(vin),
                        QStringLiteral("vehicle/") + vin, 1});
        }
        if (out.size() == kMostHits) {
            break;
        }
    }
    return out;
}

} // namespace autochain::desktop
