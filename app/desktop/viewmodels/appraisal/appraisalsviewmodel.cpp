// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisalsviewmodel.h"

#include "session/carnames.h"
#include "session/dealfeed.h"
#include "viewmodels/base/format.h"
#include "viewmodels/deal/dealwords.h"
#include "viewmodels/shell/navigation.h"
#include "viewmodels/shell/toasts.h"
#include "wallet/balances.h"

#include <algorithm>

namespace autochain::desktop
{

AppraisalsViewModel::AppraisalsViewModel(PageContext context) : PageViewModel(context), m_registration(context.session)
{
    connect(&session().dealFeed(), &DealFeed::changed, this, [this] { showTasks(); });
    connect(&session().carNames(), &CarNames::changed, this, [this] { showTasks(); });
    connect(&m_registration, &RegistrationViewModel::registered, this, [this] {
        toasts().show(tr("You are registered as an appraiser."));
        refresh();
    });
}

QCoro::Task<Result<>> AppraisalsViewModel::load()
{
    AC_CO_TRY(const auto rules, co_await session().appraisers().rules());
    AC_CO_TRY(const auto balances,
              co_await wallet::readBalances(session().node(), session().network(), session().me()));
    const auto me = co_await session().appraisers().one(session().me());
    if (!me.ok() && !me.error().is(AppraisalError::NotRegistered)) {
        co_return me.error();
    }
    m_registered = me.ok();
    m_penalty = words::auc(rules.value.latePenalty);
    m_provenance = rules.provenance;
    m_block = rules.block;
    if (me.ok()) {
        m_stake = words::auc(me->standing.stake);
        m_locked = words::auc(me->standing.locked);
        m_free = words::auc(me->standing.freeStake());
        m_fee = words::auc(me->profile.rulingFee);
        m_record = tr("seats %1, rulings %2, late %3")
                       .arg(me->standing.seats)
                       .arg(me->standing.rulings)
                       .arg(me->standing.late);
    } else {
        m_registration.show(rules.value, balances.auc);
    }
    showTasks();
    co_return Unit{};
}

QString AppraisalsViewModel::level() const
{
    return format::level(session().shown(m_provenance));
}

void AppraisalsViewModel::showTasks()
{
    const auto& deals = session().dealFeed().deals();
    std::vector<TaskRow> rows;
    std::vector<Hash32> cars;
    for (const auto& task : appraisal::tasksOf(deals, session().me(), session().now(), true)) {
        const auto deal = std::find_if(deals.begin(), deals.end(),
                                       [&](const escrow::DealView& view) { return view.id == task.dealId; });
        if (deal != deals.end()) {
            cars.push_back(deal->terms.vehicleId);
            rows.push_back(taskRowOf(session(), task, *deal));
        }
    }
    session().carNames().need(std::move(cars));
    setBadge(static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const TaskRow& row) { return row.mine; })));
    m_tasks.setRows(std::move(rows));
    emit changed();
}

void AppraisalsViewModel::open(const QString& key)
{
    navigation().open(QStringLiteral("deal/") + key);
}

} // namespace autochain::desktop
