// SPDX-License-Identifier: GPL-3.0-or-later
// A deal up to the handover: offer, acceptance, seat, money, title, dispute, clock paths.
#include "deal_steps.h"
#include "deal_view.h"
#include "verb.h"

#include "appraisal/appraiser_reader.h"
#include "base/hex.h"
#include "crypto/address.h"
#include "crypto/random.h"
#include "messages/enum_names.h"
#include "messages/state_text.h"
#include "vehicle/vehicle_reader.h"

#include <QCoreApplication>

namespace autochain::cli
{
namespace
{
using namespace autochain::escrow;
using StepTask = QCoro::Task<Result<StepResult>>;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

Result<U256> randomSalt()
{
    std::array<std::uint8_t, 32> bytes{};
    AC_CHECK(fillRandom(bytes));
    return U256::fromBigEndian(bytes);
}

// Seconds of "9" (days), "12h", "30m" or "90s".
Result<std::uint64_t> spanOf(const Arguments& arguments, const char* option, std::uint64_t otherwise)
{
    if (!arguments.has(option)) {
        return otherwise;
    }
    QString digits = arguments.text(option);
    std::uint64_t unit = 86'400;
    constexpr std::pair<char, std::uint64_t> kUnits[] = {{'h', 3'600}, {'m', 60}, {'s', 1}};
    for (const auto& [letter, seconds] : kUnits) {
        if (digits.endsWith(QLatin1Char(letter))) {
            unit = seconds;
            digits.chop(1);
            break;
        }
    }
    bool ok = false;
    const qulonglong count = digits.toULongLong(&ok);
    if (!ok) {
        return Error(BaseError::NotANumber, {}, option);
    }
    constexpr std::uint64_t kMost = 100'000ULL * 86'400;
    return count > kMost / unit ? Result<std::uint64_t>(BaseError::Overflow) : Result<std::uint64_t>(count * unit);
}

Result<Spans> spansOf(const Arguments& arguments)
{
    Spans spans;
    AC_TRY(spans.seat, spanOf(arguments, "seat-days", spans.seat));
    AC_TRY(spans.fund, spanOf(arguments, "fund-days", spans.fund));
    AC_TRY(spans.deposit, spanOf(arguments, "deposit-days", spans.deposit));
    AC_TRY(spans.handover, spanOf(arguments, "handover-days", spans.handover));
    AC_TRY(spans.ruleWithin, spanOf(arguments, "rule-days", spans.ruleWithin));
    AC_TRY(spans.substituteRuleWithin, spanOf(arguments, "substitute-days", spans.substituteRuleWithin));
    return spans;
}

// The ruling fee: as said, else what the appraiser's profile asks.
QCoro::Task<Result<U256>> rulingFeeOf(Context& context, const Arguments& arguments, Address appraiser)
{
    if (arguments.has("ruling-fee")) {
        co_return arguments.amount("ruling-fee");
    }
    appraisal::AppraiserReader reader(context.node(), context.network());
    AC_CO_TRY(const auto profile, co_await reader.one(appraiser));
    co_return profile.profile.rulingFee;
}

QCoro::Task<Result<TermsDraft>> draftOf(Context& context, const Arguments& arguments, Address me)
{
    TermsDraft draft;
    AC_CO_TRY(draft.vehicleId, arguments.vehicleAt(0));
    AC_CO_TRY(draft.price, arguments.amount("price"));
    AC_CO_TRY(draft.appraiser, arguments.addressOf("appraiser"));
    AC_CO_TRY(draft.substitute, arguments.addressOf("substitute"));
    AC_CO_TRY(draft.assessmentFee, arguments.amount("assessment-fee"));
    AC_CO_TRY(draft.spans, spansOf(arguments));
    AC_CO_TRY(draft.salt, randomSalt());
    draft.buyer = me;
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    std::vector<Hash32> wanted(1, draft.vehicleId);
    AC_CO_TRY(const auto cars, co_await reader.readSummaries(std::move(wanted)));
    const vehicle::VehicleSummary& car = cars.value.front();
    draft.seller = car.holder;
    if (arguments.has("seller")) {
        AC_CO_TRY(draft.seller, arguments.addressOf("seller"));
    }
    draft.historyHead = car.history.head;
    draft.historyCount = car.history.count;
    draft.odometerKm = car.history.odometerKm;
    if (arguments.has("report")) {
        AC_CO_TRY(draft.reportDigest, hash32FromHex(arguments.text("report").toStdString()));
    }
    AC_CO_TRY(draft.rulingFee, co_await rulingFeeOf(context, arguments, draft.appraiser));
    co_return draft;
}

// The VIN for the signer's sentence, where its number was given: the registration event knows it.
QCoro::Task<std::string> vinOf(Context& context, const Arguments& arguments, Hash32 id)
{
    std::string vin;
    const auto typed = arguments.vehicleAt(0, &vin);
    if (typed.ok() && !vin.empty()) {
        co_return vin;
    }
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    std::vector<Hash32> wanted(1, id);
    const auto vins = co_await reader.vinsOf(std::move(wanted));
    co_return vins.ok() && vins->contains(id) ? vins->at(id) : std::string();
}

QCoro::Task<Result<Output>> offer(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Address me, co_await context.me());
    AC_CO_TRY(TermsDraft draft, co_await draftOf(context, arguments, me));
    AC_CO_TRY(const UnixTime now, co_await context.chainNow());
    Terms terms = makeTerms(draft, now);
    if (arguments.has("fallback-to-buyer")) {
        AC_CO_TRY(terms.fallbackToBuyer, arguments.amount("fallback-to-buyer"));
    }
    terms.fallbackTitleToBuyer = arguments.text("fallback-title-to") == QStringLiteral("buyer");
    std::string vin = co_await vinOf(context, arguments, terms.vehicleId);
    AC_CO_CHECK(co_await context.prepareToSend());
    DealService service = serviceOf(context);
    AC_CO_TRY(const StepResult step, co_await service.offer(terms, std::move(vin)));
    co_return stepOutput(step, tr("Offered"));
}

// One step of a deal that needs nothing but its number.
using Step = StepTask (DealService::*)(Hash32, Address);

QCoro::Task<Result<Output>> runStep(Context& context, Arguments arguments, Step step, const char* done)
{
    AC_CO_TRY(const Hash32 dealId, arguments.hashAt(0));
    AC_CO_TRY(const Address me, co_await context.me());
    AC_CO_CHECK(co_await context.prepareToSend());
    DealService service = serviceOf(context);
    AC_CO_TRY(const StepResult result, co_await (service.*step)(dealId, me));
    co_return stepOutput(result, tr(done));
}

QCoro::Task<Result<Output>> withdraw(Context& context, Arguments arguments)
{
    return runStep(context, std::move(arguments), &DealService::withdrawOffer, "Withdrawn");
}

QCoro::Task<Result<Output>> accept(Context& context, Arguments arguments)
{
    return runStep(context, std::move(arguments), &DealService::accept, "Accepted");
}

QCoro::Task<Result<Output>> seat(Context& context, Arguments arguments)
{
    return runStep(context, std::move(arguments), &DealService::takeSeat, "Seat taken");
}

QCoro::Task<Result<Output>> fund(Context& context, Arguments arguments)
{
    return runStep(context, std::move(arguments), &DealService::fund, "Money in the Safe");
}

QCoro::Task<Result<Output>> deposit(Context& context, Arguments arguments)
{
    return runStep(context, std::move(arguments), &DealService::deposit, "Title in the Safe");
}

QCoro::Task<Result<Output>> dispute(Context& context, Arguments arguments)
{
    return runStep(context, std::move(arguments), &DealService::openDispute, "Dispute open");
}

const QStringList& clockWords()
{
    static const QStringList kWords = {QStringLiteral("cancel-unfunded"), QStringLiteral("refund-no-title"),
                                       QStringLiteral("replace-appraiser"), QStringLiteral("fallback-split")};
    return kWords;
}

QCoro::Task<Result<Output>> clockPath(Context& context, Arguments arguments)
{
    constexpr ActionKind kKinds[] = {ActionKind::CancelUnfunded, ActionKind::RefundNoTitle,
                                     ActionKind::ReplaceAppraiser, ActionKind::FallbackSplit};
    AC_CO_TRY(const Hash32 dealId, arguments.hashAt(0));
    AC_CO_TRY(const Address me, co_await context.me());
    AC_CO_CHECK(co_await context.prepareToSend());
    DealService service = serviceOf(context);
    const ActionKind kind = kKinds[clockWords().indexOf(arguments.text("path"))];
    AC_CO_TRY(const StepResult step, co_await service.clockPath(dealId, me, kind));
    co_return stepOutput(step, messages::text(kind));
}

QCoro::Task<Result<Output>> show(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Hash32 dealId, arguments.hashAt(0));
    DealReader reader(context.node(), context.network());
    AC_CO_TRY(const DealView deal, co_await reader.readDeal(dealId));
    AC_CO_TRY(const UnixTime now, co_await context.chainNow());
    const std::optional<Address> me = co_await context.meIfAny();
    Output out;
    out.json = dealJson(deal, me, now);
    addDealLines(out, deal, me, now);
    co_return out;
}

QCoro::Task<Result<std::vector<DealView>>> dealsToList(Context& context, const Arguments& arguments)
{
    DealReader reader(context.node(), context.network());
    if (arguments.has("all")) {
        co_return co_await reader.allDeals();
    }
    if (arguments.has("of")) {
        AC_CO_TRY(const Address who, arguments.addressOf("of"));
        co_return co_await reader.dealsOf(who);
    }
    AC_CO_TRY(const Address me, co_await context.me());
    co_return co_await reader.dealsOf(me);
}

QCoro::Task<Result<Output>> list(Context& context, Arguments arguments)
{
    AC_CO_TRY(const auto deals, co_await dealsToList(context, arguments));
    AC_CO_TRY(const UnixTime now, co_await context.chainNow());
    Output out;
    QJsonArray array;
    Table table({tr("Deal"), tr("Car"), tr("Price"), tr("Where it is"), tr("Whose turn"), tr("Until"), tr("Source")},
                {2});
    for (const DealView& deal : deals) {
        array.append(dealJson(deal, {}, now));
        const auto deadline = nextDeadline(deal, now);
        table.add({hex(deal.id), deal.vin.empty() ? hex(deal.terms.vehicleId).left(18) : qs(deal.vin),
                   auc(deal.terms.price), messages::text(stageOf(deal, now)),
                   messages::text(whoseTurn(deal, now).party), deadline ? dateTime(deadline->at) : QStringLiteral("-"),
                   messages::text(deal.provenance)});
    }
    out.json.insert(QStringLiteral("deals"), array);
    out.lines = table.isEmpty() ? QStringList{tr("No deals.")} : table.lines();
    co_return out;
}

OptionSpec option(const char* name, const char* value, const QString& help, bool required = false)
{
    return {QLatin1String(name), QLatin1String(value), help, required};
}

QList<OptionSpec> offerOptions()
{
    return {option("price", "AUC", tr("Price offered."), true),
            option("appraiser", "ADDRESS", tr("Who rules if there is a dispute."), true),
            option("substitute", "ADDRESS", tr("Who rules if the appraiser stays silent."), true),
            option("seller", "ADDRESS", tr("Default: who holds the title.")),
            option("ruling-fee", "AUC", tr("Default: what the appraiser's profile asks.")),
            option("assessment-fee", "AUC", tr("For the appraiser's report, on top of the price.")),
            option("report", "DIGEST", tr("Appraisal report both rely on.")),
            option("seat-days", "N", tr("Days to take the seat; default 1.")),
            option("fund-days", "N", tr("Days until the money is in; default 2.")),
            option("deposit-days", "N", tr("Days until the title is in; default 4.")),
            option("handover-days", "N", tr("Days until the handover; default 9. Shorter: 12h, 30m, 90s.")),
            option("rule-days", "N", tr("Days to rule; default 7.")),
            option("substitute-days", "N", tr("Days for the substitute to rule; default 5.")),
            option("fallback-to-buyer", "AUC", tr("Buyer's part if nobody rules; default: all.")),
            {QStringLiteral("fallback-title-to"),
             QStringLiteral("SIDE"),
             tr("Title if nobody rules; default seller."),
             false,
             {QStringLiteral("buyer"), QStringLiteral("seller")}}};
}
} // namespace

escrow::DealService serviceOf(Context& context)
{
    return DealService(context.node(), context.network(), context.signer(), context.transactions(), &context.clock());
}

Output stepOutput(const escrow::StepResult& step, const QString& done)
{
    Output out;
    out.json.insert(QStringLiteral("deal"), hex(step.dealId));
    putMined(out.json, step.transactionHash, step.provenance, step.block);
    out.fact(done, hex(step.dealId));
    out.fact(tr("Transaction"), hex(step.transactionHash));
    out.fact(tr("In block"), QString::number(step.block.number));
    return out;
}

QList<Verb> dealVerbs()
{
    const QString noun = QStringLiteral("deal");
    const PositionalSpec id{QStringLiteral("DEAL"), tr("Number of the deal (0x…)."), true};
    const PositionalSpec car{QStringLiteral("VIN"), tr("VIN, or the title's number (0x…)."), true};
    return {{noun, QStringLiteral("offer"), tr("Offer to buy a car."), {car}, offerOptions(), &offer},
            {noun, QStringLiteral("withdraw"), tr("Withdraw your offer."), {id}, {}, &withdraw},
            {noun, QStringLiteral("accept"), tr("Accept an offer: you sell."), {id}, {}, &accept},
            {noun, QStringLiteral("seat"), tr("Take the appraiser's seat."), {id}, {}, &seat},
            {noun, QStringLiteral("fund"), tr("Put the money into the Safe."), {id}, {}, &fund},
            {noun, QStringLiteral("deposit"), tr("Put the title into the Safe."), {id}, {}, &deposit},
            {noun, QStringLiteral("dispute"), tr("Open a dispute after the handover date."), {id}, {}, &dispute},
            {noun,
             QStringLiteral("clock"),
             tr("Carry out what a passed deadline allows."),
             {id},
             {{QStringLiteral("path"), QStringLiteral("PATH"), tr("Which."), true, clockWords()}},
             &clockPath},
            {noun, QStringLiteral("show"), tr("Show a deal, whose turn it is and what you can do."), {id}, {}, &show},
            {noun,
             QStringLiteral("list"),
             tr("List your deals."),
             {},
             {option("of", "ADDRESS", tr("Somebody else's deals.")),
              {QStringLiteral("all"), {}, tr("All deals of the network.")}},
             &list}};
}

} // namespace autochain::cli
