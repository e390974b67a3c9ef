// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "verb.h"

#include "appraisal/appraiser_calls.h"
#include "appraisal/appraiser_reader.h"
#include "appraisal/tasks.h"
#include "crypto/address.h"
#include "escrow/deal_reader.h"
#include "messages/enum_names.h"
#include "messages/state_text.h"
#include "wallet/balances.h"

#include <QCoreApplication>

#include <algorithm>

namespace autochain::cli
{
namespace
{
using appraisal::Appraiser;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

QJsonObject appraiserJson(const Appraiser& appraiser)
{
    QJsonObject json;
    json.insert(QStringLiteral("address"), address(appraiser.address));
    json.insert(QStringLiteral("name"), qs(appraiser.profile.name));
    json.insert(QStringLiteral("regions"), qs(appraiser.profile.regions));
    json.insert(QStringLiteral("languages"), qs(appraiser.profile.languages));
    json.insert(QStringLiteral("rulingFee"), plainAuc(appraiser.profile.rulingFee));
    json.insert(QStringLiteral("assessmentFee"), plainAuc(appraiser.profile.assessmentFee));
    json.insert(QStringLiteral("stake"), plainAuc(appraiser.standing.stake));
    json.insert(QStringLiteral("freeStake"), plainAuc(appraiser.standing.freeStake()));
    json.insert(QStringLiteral("seats"), static_cast<qint64>(appraiser.standing.seats));
    json.insert(QStringLiteral("rulings"), static_cast<qint64>(appraiser.standing.rulings));
    json.insert(QStringLiteral("late"), static_cast<qint64>(appraiser.standing.late));
    putSource(json, appraiser.provenance, appraiser.block);
    return json;
}

QCoro::Task<Result<Output>> list(Context& context, Arguments)
{
    appraisal::AppraiserReader reader(context.node(), context.network());
    AC_CO_TRY(const auto appraisers, co_await reader.all());
    if (appraisers.empty()) {
        co_return AppraisalError::NoAppraisers;
    }
    Output out;
    QJsonArray array;
    Table table({tr("Name"), tr("Address"), tr("Ruling"), tr("Assessment"), tr("Free stake"), tr("Seats"),
                 tr("Rulings"), tr("Late"), tr("Source")},
                {2, 3, 4, 5, 6, 7});
    for (const Appraiser& a : appraisers) {
        array.append(appraiserJson(a));
        table.add({qs(a.profile.name), address(a.address), auc(a.profile.rulingFee), auc(a.profile.assessmentFee),
                   auc(a.standing.freeStake()), QString::number(a.standing.seats), QString::number(a.standing.rulings),
                   QString::number(a.standing.late), messages::text(a.provenance)});
    }
    out.json.insert(QStringLiteral("appraisers"), array);
    out.lines = table.lines();
    co_return out;
}

QCoro::Task<Result<Output>> show(Context& context, Arguments arguments)
{
    if (arguments.positional(0).isEmpty()) {
        co_return co_await list(context, arguments);
    }
    AC_CO_TRY(const Address who, parseAddress(arguments.positional(0).toStdString()));
    appraisal::AppraiserReader reader(context.node(), context.network());
    AC_CO_TRY(const Appraiser a, co_await reader.one(who));
    AC_CO_TRY(const auto rules, co_await reader.rules());
    Output out;
    out.json = appraiserJson(a);
    out.json.insert(QStringLiteral("seatStake"), plainAuc(rules.value.seatStake));
    out.json.insert(QStringLiteral("latePenalty"), plainAuc(rules.value.latePenalty));
    putSource(out.json, worst(a.provenance, rules.provenance), a.block);
    out.fact(tr("Name"), qs(a.profile.name));
    out.fact(tr("Address"), address(a.address));
    out.fact(tr("Regions"), qs(a.profile.regions));
    out.fact(tr("Languages"), qs(a.profile.languages));
    out.fact(tr("Fee for a ruling"), auc(a.profile.rulingFee));
    out.fact(tr("Stake"), auc(a.standing.stake) + tr(", free ") + auc(a.standing.freeStake()));
    out.fact(tr("Rulings, late"), QStringLiteral("%1, %2").arg(a.standing.rulings).arg(a.standing.late));
    out.fact(tr("Source"), sourceLine(a.provenance, a.block));
    co_return out;
}

QCoro::Task<Result<Output>> registerVerb(Context& context, Arguments arguments)
{
    appraisal::Profile profile;
    profile.name = arguments.text("name").toStdString();
    profile.regions = arguments.text("regions").toStdString();
    profile.languages = arguments.text("languages").toStdString();
    AC_CO_TRY(profile.rulingFee, arguments.amount("ruling-fee"));
    AC_CO_TRY(profile.assessmentFee, arguments.amount("assessment-fee"));
    AC_CO_TRY(const U256 stake, arguments.amount("stake"));
    AC_CO_TRY(const Address me, co_await context.me());
    appraisal::AppraiserReader reader(context.node(), context.network());
    if ((co_await reader.one(me)).ok()) {
        co_return AppraisalError::AlreadyRegistered;
    }
    AC_CO_TRY(const auto rules, co_await reader.rules());
    AC_CO_TRY(const auto balances, co_await wallet::readBalances(context.node(), context.network(), me));
    const auto problems = appraisal::checkRegister(profile, stake, balances.auc, rules.value);
    if (!problems.empty()) {
        co_return problems.front();
    }
    Call call = appraisal::registerCall(context.network(), profile, stake);
    SigningHints hints;
    AC_CO_TRY(const Receipt receipt,
              co_await context.send(me, std::move(call), std::move(hints), "appraiser.register", Hash32()));
    Output out;
    out.json.insert(QStringLiteral("address"), address(me));
    out.json.insert(QStringLiteral("stake"), plainAuc(stake));
    putMined(out.json, receipt.transactionHash, receipt.provenance, receipt.block);
    out.fact(tr("Registered"), qs(profile.name));
    out.fact(tr("Stake"), auc(stake));
    co_return out;
}

QCoro::Task<Result<Output>> tasks(Context& context, Arguments)
{
    AC_CO_TRY(const Address me, co_await context.me());
    AC_CO_TRY(const UnixTime now, co_await context.chainNow());
    escrow::DealReader reader(context.node(), context.network());
    AC_CO_TRY(const auto deals, co_await reader.dealsOf(me));
    Output out;
    QJsonArray array;
    Table table({tr("Deal"), tr("Task"), tr("Until"), tr("If nobody acts"), tr("Fee")}, {4});
    for (const appraisal::Task& task : appraisal::tasksOf(deals, me, now)) {
        QJsonObject json;
        json.insert(QStringLiteral("deal"), hex(task.dealId));
        json.insert(QStringLiteral("task"), qs(messages::enumName(task.kind)));
        json.insert(QStringLiteral("mineToDo"), task.mineToDo);
        json.insert(QStringLiteral("deadline"), static_cast<qint64>(task.deadline));
        json.insert(QStringLiteral("fee"), plainAuc(task.fee));
        const auto deal =
            std::find_if(deals.begin(), deals.end(), [&task](const auto& d) { return d.id == task.dealId; });
        putSource(json, deal->provenance, deal->block);
        array.append(json);
        table.add({hex(task.dealId), messages::text(task.kind), dateTime(task.deadline), messages::text(task.ifSilent),
                   auc(task.fee)});
    }
    out.json.insert(QStringLiteral("tasks"), array);
    out.lines = table.isEmpty() ? QStringList{tr("Nothing waits.")} : table.lines();
    co_return out;
}
} // namespace

QList<Verb> appraiserVerbs()
{
    const QString noun = QStringLiteral("appraiser");
    const auto text = [](const char* name, const QString& help, bool required = false) {
        return OptionSpec{QLatin1String(name), QStringLiteral("TEXT"), help, required};
    };
    Verb registering{
        noun,
        QStringLiteral("register"),
        tr("Register as an appraiser with a stake."),
        {},
        {text("name", tr("Name people know you by."), true), text("regions", tr("Comma separated.")),
         text("languages", tr("Comma separated.")), text("stake", tr("AUC to stake; at least one seat."), true),
         text("ruling-fee", tr("AUC for a ruling.")), text("assessment-fee", tr("AUC for an assessment."))},
        &registerVerb};
    return {registering,
            {noun,
             QStringLiteral("show"),
             tr("Show one appraiser, or list all."),
             {{QStringLiteral("ADDRESS"), tr("Whose profile; default: all."), false}},
             {},
             &show},
            {noun, QStringLiteral("tasks"), tr("Show what waits for you as an appraiser."), {}, {}, &tasks}};
}

} // namespace autochain::cli
