// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealviewmodel.h"

#include "base/hex.h"
#include "crypto/address.h"
#include "deallog.h"
#include "escrow/settlement.h"
#include "messages/state_text.h"
#include "session/carnames.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"
#include "viewmodels/shell/navigation.h"
#include "viewmodels/shell/toasts.h"

#include <algorithm>

namespace autochain::desktop
{

using escrow::ActionKind;
using escrow::DealStage;

namespace
{
QVariantMap headline(const Headline& line)
{
    return {{QStringLiteral("title"), line.title}, {QStringLiteral("text"), line.text}};
}

} // namespace

DealViewModel::DealViewModel(PageContext context) : PageViewModel(context), m_runner(context.session)
{
    connect(&m_runner, &DealRunner::changed, this, &DealViewModel::busyChanged);
    connect(&session().carNames(), &CarNames::changed, this, [this] { show(); });
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        showDeadline();
        emit deadlineChanged();
    });
}

void DealViewModel::visit(const QString& rest)
{
    const auto id = hash32FromHex(rest.toStdString());
    const Hash32 next = id.ok() ? *id : Hash32{};
    if (next != m_id) {
        m_id = next;
        m_deal.reset();
        m_runner.clearError();
        emit changed();
        refresh();
    }
    m_timer.start();
}

QCoro::Task<Result<>> DealViewModel::load()
{
    if (m_id.isZero()) {
        co_return Unit{};
    }
    const Hash32 id = m_id;
    auto read = co_await session().deals().reader().readDeal(id);
    if (!read.ok()) {
        co_return read.error();
    }
    if (id == m_id) {
        m_deal = std::move(*read);
        session().carNames().need({m_deal->terms.vehicleId});
        show();
    }
    co_return Unit{};
}

QString DealViewModel::vin() const
{
    return m_deal ? QString::fromStdString(m_deal->vin) : QString();
}

QString DealViewModel::safe() const
{
    return m_deal && !m_deal->deal.safe.isZero() ? QString::fromStdString(checksumAddress(m_deal->deal.safe))
                                                 : QString();
}

QString DealViewModel::price() const
{
    return m_deal ? words::auc(m_deal->terms.price) : QString();
}

void DealViewModel::show()
{
    if (!m_deal) {
        return;
    }
    const UnixTime now = session().now();
    const DealPeople people(session(), *m_deal);
    const auto steps = m_steps;
    const auto terms = m_terms;
    const auto signers = m_signers;
    const auto warnings = m_warnings;
    const auto log = m_log;
    const auto rulings = m_rulings;
    m_level = format::level(session().shown(m_deal->provenance));
    showPeople(people);
    showProgress(people, now);
    showHoldings(people);
    showTerms(people);
    showWarnings(people, now);
    showRulings(people, now);
    showDeadline();
    m_log = dealLog(*m_deal, people, now, m_level);
    const DealStage stage = escrow::stageOf(*m_deal, now);
    m_canSettle = stage == DealStage::BothIn || stage == DealStage::HandoverPassed || stage == DealStage::Disputed ||
                  stage == DealStage::Ruled || stage == DealStage::SubstituteRules;
    m_ways.setRows(m_canSettle ? waysOf(*m_deal, people, now) : std::vector<WayRow>{});
    m_moves.setRows(stepsOf(*m_deal, people, now));
    const auto split = escrow::actionOf(*m_deal, people.me(), now, ActionKind::ProposeSplit);
    m_splitReason = words::whyNot(split, people);
    emit changed();
    emit deadlineChanged();
    const auto tell = [this](const QVariantList& before, const QVariantList& now_, void (DealViewModel::*signal)()) {
        if (before != now_) {
            emit(this->*signal)();
        }
    };
    tell(steps, m_steps, &DealViewModel::stepsChanged);
    tell(terms, m_terms, &DealViewModel::termsChanged);
    tell(signers, m_signers, &DealViewModel::signersChanged);
    tell(warnings, m_warnings, &DealViewModel::warningsChanged);
    tell(log, m_log, &DealViewModel::logChanged);
    tell(rulings, m_rulings, &DealViewModel::rulingsChanged);
}

void DealViewModel::showPeople(const DealPeople& people)
{
    const CarName car = session().carNames().of(m_deal->terms.vehicleId);
    m_title = car.title;
    m_body = car.body;
    m_paint = car.colour;
    m_buyer = people.buyer();
    m_seller = people.seller();
    m_appraiser = people.appraiser();
    const bool rules = people.myParty() == escrow::Party::Appraiser || people.myParty() == escrow::Party::Substitute;
    m_tag = rules ? tr("You are the appraiser") : tr("%1 buys from %2").arg(people.buyer(), people.seller());
    m_appraiserLine =
        m_deal->seated
            ? tr("Appraiser on call: %1")
                  .arg(people.fullName(m_deal->deal.currentAppraiser.isZero() ? m_deal->terms.appraiser
                                                                              : m_deal->deal.currentAppraiser))
            : tr("Appraiser: %1, seat not taken yet").arg(people.fullName(m_deal->terms.appraiser));
}

void DealViewModel::showProgress(const DealPeople& people, UnixTime now)
{
    const escrow::Deal& deal = m_deal->deal;
    m_where = headline(words::where(*m_deal, people, now));
    m_turn = headline(words::turn(*m_deal, people, now));
    m_consequence = headline(words::ifNobodyActs(*m_deal, people, now));
    m_closed = !escrow::isOpen(escrow::stageOf(*m_deal, now));
    m_myTurn =
        !m_closed &&
        (escrow::isMyTurn(*m_deal, people.me(), now) ||
         (escrow::stageOf(*m_deal, now) == DealStage::HandoverPassed && people.myParty() <= escrow::Party::Seller));

    m_steps.clear();
    bool current = !m_closed;
    const auto step = [&](const QString& title, std::uint64_t at, const QString& waiting) {
        const bool done = at != 0;
        QVariantMap row{
            {QStringLiteral("title"), title},
            {QStringLiteral("caption"), done ? format::when(static_cast<UnixTime>(at), session().now()) : waiting},
            {QStringLiteral("level"), done ? m_level : QString()},
            {QStringLiteral("state"), done      ? QStringLiteral("done")
                                      : current ? QStringLiteral("current")
                                                : QStringLiteral("todo")}};
        current = current && done;
        m_steps << row;
    };
    const auto by = [&](std::uint64_t at) { return tr("by %1").arg(format::dayTime(static_cast<UnixTime>(at))); };
    step(tr("Terms signed"), deal.acceptedAt, tr("by both"));
    step(tr("Money in the Safe"), deal.fundedAt,
         m_deal->seated || deal.acceptedAt == 0 ? by(m_deal->terms.fundBy) : tr("after the seat is taken"));
    step(tr("Title in the Safe"), deal.depositedAt, by(m_deal->terms.depositBy));
    const bool settled = deal.closedAt != 0 && deal.depositedAt != 0;
    step(tr("Handover"), settled ? deal.closedAt : 0, by(m_deal->terms.handoverBy));
    step(deal.state == escrow::State::Cancelled ? tr("Ended") : tr("Settled"), deal.closedAt,
         tr("money and title move together"));
}

void DealViewModel::showHoldings(const DealPeople& people)
{
    const bool money = !m_deal->safeAuc.isZero() && !m_deal->deal.safe.isZero();
    const bool title = !m_deal->deal.safe.isZero() && m_deal->titleHolder == m_deal->deal.safe;
    const QString car = session().carNames().of(m_deal->terms.vehicleId).title.section(QLatin1Char(','), 0, 0);
    m_holds = {{QStringLiteral("hasMoney"), money},
               {QStringLiteral("money"), money ? words::auc(m_deal->safeAuc) : QString()},
               {QStringLiteral("moneyOwner"), money ? tr("%1’s money").arg(people.buyer()) : tr("no money yet")},
               {QStringLiteral("hasTitle"), title},
               {QStringLiteral("title"), title ? tr("Title of the %1").arg(car) : tr("Title not here")},
               {QStringLiteral("titleOwner"),
                title ? (m_deal->lender.isZero() ? tr("%1’s, locked here, no lien").arg(people.seller())
                                                 : tr("%1’s, under a lien").arg(people.seller()))
                      : tr("held by %1").arg(people.fullName(m_deal->titleHolder))}};
}

void DealViewModel::showTerms(const DealPeople& people)
{
    const escrow::Terms& terms = m_deal->terms;
    m_terms.clear();
    const auto add = [&](const QString& key, const QString& value, const QString& unit = {}) {
        m_terms << QVariantMap{
            {QStringLiteral("key"), key}, {QStringLiteral("value"), value}, {QStringLiteral("unit"), unit}};
    };
    add(tr("Price"), words::auc(terms.price), tr("AUC"));
    add(tr("Odometer at signing"), format::distanceRecorded(terms.odometerKm));
    add(tr("History at signing"), tr("%n records", nullptr, static_cast<int>(terms.historyCount)));
    add(tr("Fee, only if he rules"), words::auc(terms.rulingFee), tr("AUC"));
    add(tr("Substitute"), people.fullName(terms.substitute));
    const bool allBack = terms.fallbackToBuyer == terms.price && !terms.fallbackTitleToBuyer;
    add(tr("If both stay silent"), allBack ? tr("money to %1, title to %2").arg(people.buyer(), people.seller())
                                           : words::sentence(*m_deal, people, escrow::fallbackOf(terms, m_deal->deal)));
    if (!terms.assessmentFee.isZero()) {
        add(tr("For the report, on release"), words::auc(terms.assessmentFee), tr("AUC"));
    }
    m_signers.clear();
    m_signers << tr("%1, with the offer").arg(people.buyer());
    m_signers << (m_deal->deal.acceptedAt == 0
                      ? tr("%1 not yet").arg(people.seller())
                      : tr("%1, %2").arg(people.seller(), format::when(static_cast<UnixTime>(m_deal->deal.acceptedAt),
                                                                       session().now())));
}

void DealViewModel::showWarnings(const DealPeople& people, UnixTime now)
{
    m_warnings.clear();
    for (const escrow::Warning warning : escrow::warningsOf(*m_deal, now)) {
        QString title = messages::text(warning);
        QString text;
        if (warning == escrow::Warning::HistoryGrew) {
            title = tr("A record was added after you both signed.");
            text = tr("The car had %1 records then and has %2 now.")
                       .arg(m_deal->terms.historyCount)
                       .arg(m_deal->historyCount);
        } else if (warning == escrow::Warning::RulingPending) {
            title = tr("A ruling is signed.");
            text = tr("Settling another way now ends the dispute without it.");
        } else if (warning == escrow::Warning::DeadlineNear) {
            continue; // the deadline chip says it
        }
        m_warnings << QVariantMap{{QStringLiteral("kind"), warning == escrow::Warning::SafeShort
                                                               ? QStringLiteral("problem")
                                                               : QStringLiteral("attention")},
                                  {QStringLiteral("title"), title},
                                  {QStringLiteral("text"), text},
                                  {QStringLiteral("car"), warning == escrow::Warning::HistoryGrew}};
    }
    Q_UNUSED(people)
}

void DealViewModel::showRulings(const DealPeople& people, UnixTime now)
{
    m_rulings.clear();
    m_reasons.clear();
    m_canRule = escrow::actionOf(*m_deal, people.me(), now, ActionKind::Rule).enabled;
    for (const auto& signature : m_deal->coSignatures) {
        if (signature.settlement.outcome == escrow::Outcome::Ruling) {
            m_reasons = QString::fromStdString(signature.reasons);
        }
    }
    if (!m_canRule) {
        return;
    }
    for (const bool forBuyer : {true, false}) {
        const auto ruling = escrow::rulingOf(m_deal->terms, m_deal->deal, forBuyer, "-");
        if (!ruling.ok()) {
            continue;
        }
        const QString side = forBuyer ? people.buyer() : people.seller();
        m_rulings << QVariantMap{
            {QStringLiteral("forBuyer"), forBuyer},
            {QStringLiteral("title"), tr("For %1").arg(side)},
            {QStringLiteral("subtitle"), forBuyer ? tr("sale undone") : tr("sale stands")},
            {QStringLiteral("side"), side},
            {QStringLiteral("buyerMoney"), ruling->toBuyer.isZero() ? QString() : words::auc(ruling->toBuyer)},
            {QStringLiteral("sellerMoney"), ruling->toSeller.isZero() ? QString() : words::auc(ruling->toSeller)},
            {QStringLiteral("mine"), words::auc(ruling->toAppraiser)},
            {QStringLiteral("buyerTitle"), ruling->titleTo == m_deal->terms.buyer},
            {QStringLiteral("sellerTitle"), ruling->titleTo == m_deal->terms.seller},
            {QStringLiteral("button"), tr("Rule for %1…").arg(side)},
            {QStringLiteral("sentence"),
             tr("Signs: %1 Nothing moves until %2 signs too.").arg(words::sentence(*m_deal, people, *ruling), side)}};
    }
}

void DealViewModel::showDeadline()
{
    m_deadline = {{QStringLiteral("present"), false}};
    if (!m_deal) {
        return;
    }
    const UnixTime now = session().now();
    if (const auto next = escrow::nextDeadline(*m_deal, now)) {
        const std::int64_t left = next->at - now;
        m_deadline = {{QStringLiteral("present"), true},
                      {QStringLiteral("secondsLeft"), static_cast<qlonglong>(left)},
                      {QStringLiteral("left"), format::timeLeft(left)},
                      {QStringLiteral("moment"), format::dayTime(next->at)}};
    }
}

void DealViewModel::run(const QString& doing, DealRunner::Step step, const QString& toast)
{
    start(m_runner.run(doing, std::move(step), [this, toast](const escrow::StepResult&) {
        toasts().show(toast);
        refresh();
    }));
}

void DealViewModel::move(const QString& key)
{
    const DealStepRow* row = m_moves.find(key);
    if (row == nullptr || !row->reason.isEmpty() || !m_deal) {
        return;
    }
    const Hash32 id = m_id;
    const Address me = session().me();
    const ActionKind kind = row->kind;
    const QString doing = tr("Confirm in the signer’s window. This page goes on by itself.");
    run(
        doing,
        [id, me, kind](escrow::DealService& service) {
            switch (kind) {
            case ActionKind::Accept:
                return service.accept(id, me);
            case ActionKind::TakeSeat:
                return service.takeSeat(id, me);
            case ActionKind::Fund:
                return service.fund(id, me);
            case ActionKind::Deposit:
                return service.deposit(id, me);
            case ActionKind::WithdrawOffer:
                return service.withdrawOffer(id, me);
            case ActionKind::OpenDispute:
                return service.openDispute(id, me);
            default:
                return service.clockPath(id, me, kind);
            }
        },
        tr("Done: %1").arg(messages::text(kind)));
}

void DealViewModel::settle(const QString& key)
{
    const WayRow* row = m_ways.find(key);
    if (row == nullptr || !row->reason.isEmpty() || row->button.isEmpty() || !m_deal) {
        return;
    }
    const Hash32 id = m_id;
    const Address me = session().me();
    const escrow::Settlement settlement = row->settlement;
    const bool execute = row->action == QLatin1String("execute");
    run(
        tr("Confirm in the signer’s window. This page goes on by itself."),
        [id, me, settlement, execute](escrow::DealService& service) {
            return execute ? service.execute(id, me, settlement) : service.coSign(id, me, settlement);
        },
        execute ? tr("Settled. Money and title have moved.")
                : tr("Signed and published. Nothing moves until the other side signs."));
}

QVariantMap DealViewModel::previewSplit(const QString& toBuyer, bool titleToBuyer) const
{
    if (!m_deal) {
        return {};
    }
    const DealPeople people(session(), *m_deal);
    const auto typed = format::parseMoney(toBuyer);
    if (!typed.ok()) {
        return {{QStringLiteral("error"), ErrorView::of(typed.error()).cause}};
    }
    const auto split = escrow::splitOf(m_deal->terms, m_deal->deal, *typed, titleToBuyer);
    if (!split.ok()) {
        return {{QStringLiteral("error"), ErrorView::of(split.error()).cause}};
    }
    return {{QStringLiteral("seller"), words::auc(split->toSeller)},
            {QStringLiteral("sentence"), words::sentence(*m_deal, people, *split)},
            {QStringLiteral("error"), QString()}};
}

void DealViewModel::proposeSplit(const QString& toBuyer, bool titleToBuyer)
{
    if (!m_deal) {
        return;
    }
    const auto typed = format::parseMoney(toBuyer);
    if (!typed.ok()) {
        return;
    }
    const auto split = escrow::splitOf(m_deal->terms, m_deal->deal, *typed, titleToBuyer);
    if (!split.ok()) {
        return;
    }
    const Hash32 id = m_id;
    const Address me = session().me();
    run(
        tr("Confirm in the signer’s window. This page goes on by itself."),
        [id, me, settlement = *split](escrow::DealService& service) { return service.coSign(id, me, settlement); },
        tr("Proposed and signed. Nothing moves until the other side signs."));
}

void DealViewModel::rule(bool forBuyer, const QString& reasons)
{
    if (!m_deal || !m_canRule) {
        return;
    }
    const std::string text = reasons.trimmed().toStdString();
    const auto ruling = escrow::rulingOf(m_deal->terms, m_deal->deal, forBuyer, text);
    if (!ruling.ok()) {
        return;
    }
    const Hash32 id = m_id;
    const Address me = session().me();
    run(
        tr("Confirm in the signer’s window. This page goes on by itself."),
        [id, me, settlement = *ruling, text](escrow::DealService& service) {
            return service.coSign(id, me, settlement, text);
        },
        tr("The ruling is signed. The favoured side makes it final."));
}

void DealViewModel::openCar()
{
    if (m_deal) {
        navigation().open(
            QStringLiteral("vehicle/%1")
                .arg(m_deal->vin.empty() ? QString::fromStdString(toHex0x(m_deal->terms.vehicleId)) : vin()));
    }
}

} // namespace autochain::desktop
