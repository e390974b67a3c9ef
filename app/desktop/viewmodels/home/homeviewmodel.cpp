// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/home/homeviewmodel.h"

#include "escrow/rules.h"
#include "session/carfeed.h"
#include "session/carnames.h"
#include "session/dealfeed.h"
#include "viewmodels/base/format.h"

namespace autochain::desktop
{
namespace
{
constexpr auto kFeed = "home";
constexpr std::int64_t kVisitSpan = 12 * 3'600; // what is nearer than that is the same visit
constexpr auto kVisitTime = "home.lastVisit";
} // namespace

HomeViewModel::HomeViewModel(PageContext context) : PageViewModel(context), m_reader(context.session)
{
    readLastVisit();
    connect(&session().dealFeed(), &DealFeed::changed, this, &HomeViewModel::fill);
    connect(&session().carFeed(), &CarFeed::changed, this, [this] {
        fill();
        refresh(); // what changed on a car that was not known before
    });
    connect(&session().carNames(), &CarNames::changed, this, &HomeViewModel::fill);
}

// "Last visit" is the one before this. News of the last hours stay when the program is merely started again.
void HomeViewModel::readLastVisit()
{
    if (const auto cursor = session().seenEvents().cursor(kFeed); cursor.ok() && cursor->has_value()) {
        m_sinceBlock = **cursor + 1;
    }
    if (const auto time = session().settings().get(kVisitTime); time.ok() && time->has_value()) {
        m_sinceTime = QString::fromStdString(**time).toLongLong();
    }
}

void HomeViewModel::fill()
{
    m_waits.fill(session());
    m_cars.fill(session());
    emit changed();
}

QCoro::Task<Result<>> HomeViewModel::load()
{
    AC_CO_TRY(const auto balances,
              co_await wallet::readBalances(session().node(), session().network(), session().me()));
    m_balances = balances;
    fill();
    AC_CO_TRY(auto rows, co_await m_reader.read(m_sinceBlock));
    m_changes.setEverything(std::move(rows), session().now());
    if (session().now() - m_sinceTime > kVisitSpan) {
        // A cursor that cannot be written only means the same news once more at the next start.
        (void)session().seenEvents().setCursor(kFeed, session().head().number);
        (void)session().settings().set(kVisitTime, std::to_string(session().now()));
    }
    emit changed();
    co_return Unit{};
}

QVector<SearchHit> HomeViewModel::search(const QString& text) const
{
    QVector<SearchHit> hits;
    if (text.isEmpty()) {
        return hits;
    }
    for (const HomeCarRow& car : m_cars.rows()) {
        if (car.title.contains(text, Qt::CaseInsensitive) || car.vin.contains(text, Qt::CaseInsensitive)) {
            hits.append({QStringLiteral("car"), car.title, car.vin, QStringLiteral("vehicle/") + car.vin, 70});
        }
    }
    for (const WaitRow& row : m_waits.rows()) {
        if (row.title.contains(text, Qt::CaseInsensitive)) {
            hits.append({QStringLiteral("handshake"), row.title, row.text, row.route, 80});
        }
    }
    return hits;
}

QString HomeViewModel::today() const
{
    return format::dateLong(session().now());
}

bool HomeViewModel::waitsKnown() const
{
    return session().dealFeed().loaded();
}

bool HomeViewModel::carsKnown() const
{
    return session().carFeed().loaded();
}

QString HomeViewModel::since() const
{
    return m_sinceTime == 0 ? tr("since the beginning") : tr("since %1").arg(format::dayTime(m_sinceTime));
}

QString HomeViewModel::freeAuc() const
{
    return m_balances ? format::money(m_balances->auc) : QString();
}

U256 HomeViewModel::moneyInSafes() const
{
    U256 sum;
    for (const escrow::DealView& deal : session().dealFeed().deals()) {
        if (escrow::partyOf(deal, session().me()) == escrow::Party::Buyer &&
            escrow::isOpen(escrow::stageOf(deal, session().now()))) {
            sum += deal.safeAuc;
        }
    }
    return sum;
}

QString HomeViewModel::inSafes() const
{
    return waitsKnown() ? format::money(moneyInSafes()) : QString();
}

QString HomeViewModel::forFees() const
{
    return m_balances ? format::money(m_balances->coinWei, 3) : QString();
}

QString HomeViewModel::level() const
{
    return format::level(session().shown(m_balances ? m_balances->provenance : Provenance::Reported));
}

QString HomeViewModel::viewLevel() const
{
    return format::level(session().shown(session().practice() ? Provenance::Local : Provenance::Reported));
}

QString HomeViewModel::viewTitle() const
{
    if (session().link() == Session::Link::Gone) {
        return tr("Not fresh: the node is away");
    }
    return session().practice() ? tr("Local: practice chain on this computer") : tr("Not checked: the node's word");
}

QString HomeViewModel::viewText() const
{
    if (session().link() == Session::Link::Gone) {
        return tr("What you see was read before. It is marked Stale until the node answers again.");
    }
    return session().practice() ? tr("Read from a chain that runs here and only here. There is nobody else to check it "
                                     "against, and nothing at stake.")
                                : tr("Headers are not checked on this computer yet, so nothing is called Proven. Use a "
                                     "node of your own.");
}

QString HomeViewModel::blockText() const
{
    return session().head().number == 0 ? QString() : format::count(session().head().number);
}

QString HomeViewModel::nodeText() const
{
    return session().link() == Session::Link::Live ? tr("answers") : tr("away");
}

QString HomeViewModel::readText() const
{
    const bool all = m_balances.has_value() && waitsKnown() && carsKnown();
    return all ? tr("all") : tr("still reading");
}

} // namespace autochain::desktop
