// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/home/homeviewmodel.h"

#include "escrow/rules.h"
#include "session/carfeed.h"
#include "session/carnames.h"
#include "session/dealfeed.h"
#include "viewmodels/base/format.h"
#include "viewmodels/light/lightwords.h"

namespace autochain::desktop
{
namespace
{
constexpr std::int64_t kVisitSpan = 12 * 3'600; // what is nearer than that is the same visit
constexpr auto kVisit = "home.visit";
constexpr auto kSince = "home.since";
} // namespace

HomeViewModel::HomeViewModel(PageContext context) : PageViewModel(context), m_reader(context.session)
{
    readLastVisit();
    connect(this, &HomeViewModel::changed, this, &HomeViewModel::answerChanged);
    connect(&m_second, &QTimer::timeout, this, &HomeViewModel::answerChanged);
    if (!session().practice()) {
        m_second.start(std::chrono::seconds(1));
    }
    connect(&session().dealFeed(), &DealFeed::changed, this, &HomeViewModel::fill);
    connect(&session().lightFeed(), &LightFeed::changed, this, &HomeViewModel::changed);
    connect(&session().carFeed(), &CarFeed::changed, this, [this] {
        fill();
        refresh(); // what changed on a car that was not known before
    });
    connect(&session().carNames(), &CarNames::changed, this, [this] {
        fill();
        refresh();
    });
}

// News are told since the visit before this one. Starting the program again within some hours is the same visit.
void HomeViewModel::readLastVisit()
{
    m_since = readVisit(kSince).value_or(Visit());
    if (const auto last = readVisit(kVisit); last && session().now() - last->time > kVisitSpan) {
        m_since = *last;
        writeVisit(kSince, m_since);
    }
}

std::optional<HomeViewModel::Visit> HomeViewModel::readVisit(const char* key) const
{
    const auto text = session().settings().get(key);
    if (!text.ok() || !text->has_value()) {
        return std::nullopt;
    }
    const QStringList parts = QString::fromStdString(**text).split(QLatin1Char(' '));
    return parts.size() == 2 ? std::optional(Visit{parts[0].toULongLong(), parts[1].toLongLong()}) : std::nullopt;
}

void HomeViewModel::writeVisit(const char* key, const Visit& visit)
{
    // What cannot be written only means the same news once more at the next start.
    (void)session().settings().set(key, std::to_string(visit.block) + " " + std::to_string(visit.time));
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
    AC_CO_TRY(auto rows, co_await m_reader.read(m_since.block + 1));
    m_changes.setEverything(std::move(rows), session().now());
    writeVisit(kVisit, {session().head().number, session().now()});
    emit changed();
    co_return Unit{};
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
    return m_since.time == 0 ? tr("since the beginning") : tr("since %1").arg(format::dayTime(m_since.time));
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

QVariant HomeViewModel::block() const
{
    return m_balances ? QVariant::fromValue(m_balances->block) : QVariant();
}

QString HomeViewModel::viewLevel() const
{
    const auto& light = session().lightFeed().status();
    return light ? LightWords::level(*light)
                 : format::level(session().shown(session().practice() ? Provenance::Local : Provenance::Reported));
}

QString HomeViewModel::viewTitle() const
{
    if (const auto& light = session().lightFeed().status()) {
        return LightWords::answer(*light, session().now()).headline;
    }
    if (session().link() == Session::Link::Gone) {
        return tr("Not fresh: the node is away");
    }
    return session().practice() ? tr("Local: practice chain on this computer") : tr("Not checked: the node's word");
}

QString HomeViewModel::viewText() const
{
    if (const auto& light = session().lightFeed().status()) {
        return LightWords::answer(*light, session().now()).explanation;
    }
    if (session().link() == Session::Link::Gone) {
        return tr("What you see was read before. It is marked Stale until the node answers again.");
    }
    return session().practice()
               ? tr("Read from a chain that runs here and only here. There is nobody else to check it "
                    "against, and nothing at stake.")
               : tr("This network has no proof-of-work rules to check headers by, so nothing is called "
                    "Proven. Use a node of your own.");
}

QVariantList HomeViewModel::viewFacts() const
{
    QVariantList out;
    const auto add = [&out](const QString& key, const QString& value, const QString& level = {}) {
        out.append(QVariantMap{
            {QStringLiteral("key"), key}, {QStringLiteral("value"), value}, {QStringLiteral("level"), level}});
    };
    if (const auto& light = session().lightFeed().status()) {
        add(light->checkpointSource == light::CheckpointSource::Genesis ? tr("Headers since the first block")
                                                                        : tr("Headers since the checkpoint"),
            LightWords::headers(*light).done);
        add(tr("Nodes that agree"), LightWords::voices(*light));
    } else {
        add(tr("Newest block"), session().head().number == 0 ? QString() : format::count(session().head().number));
        add(tr("The node"), session().link() == Session::Link::Live ? tr("answers") : tr("away"));
    }
    add(tr("Your balances, titles, deals"), readText(), viewLevel());
    return out;
}

QString HomeViewModel::readText() const
{
    const bool all = m_balances.has_value() && waitsKnown() && carsKnown();
    return all ? tr("all") : tr("still reading");
}

} // namespace autochain::desktop
