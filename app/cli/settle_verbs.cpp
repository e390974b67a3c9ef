// SPDX-License-Identifier: GPL-3.0-or-later
// Ways to settle: propose (sign first), cosign (sign what the other signed), execute (carry out with both signatures).
#include "deal_steps.h"
#include "deal_view.h"
#include "verb.h"

#include "escrow/safe_tx.h"
#include "escrow/settlement.h"

#include <QCoreApplication>
#include <QFile>

namespace autochain::cli
{
namespace
{
using namespace autochain::escrow;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

QStringList outcomeWords()
{
    return {QStringLiteral("release"), QStringLiteral("refund"), QStringLiteral("split"), QStringLiteral("ruling")};
}

Outcome outcomeOf(const Arguments& arguments)
{
    constexpr Outcome kOutcomes[] = {Outcome::Release, Outcome::Refund, Outcome::Settle, Outcome::Ruling};
    return kOutcomes[outcomeWords().indexOf(arguments.text("outcome"))];
}

Result<std::string> reasonsOf(const Arguments& arguments)
{
    if (!arguments.has("reasons-file")) {
        return arguments.text("reasons").toStdString();
    }
    constexpr qint64 kMost = 16 * 1024;
    QFile file(arguments.text("reasons-file"));
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMost) {
        return Error(StoreError::NoAccess, {file.fileName().toStdString()});
    }
    return file.readAll().toStdString();
}

bool titleToBuyer(const Arguments& arguments)
{
    return arguments.text("title-to") == QStringLiteral("buyer");
}

Result<Settlement> rulingFrom(const Arguments& arguments, const DealView& deal)
{
    AC_TRY(const std::string reasons, reasonsOf(arguments));
    if (arguments.has("to-buyer")) {
        AC_TRY(const U256 toBuyer, arguments.amount("to-buyer"));
        return rulingSplitOf(deal.terms, deal.deal, toBuyer, titleToBuyer(arguments), reasons);
    }
    if (!arguments.has("favour")) {
        return EscrowError::WrongSettlement;
    }
    return rulingOf(deal.terms, deal.deal, arguments.text("favour") == QStringLiteral("buyer"), reasons);
}

// The settlement the options describe.
Result<Settlement> settlementFrom(const Arguments& arguments, const DealView& deal)
{
    switch (outcomeOf(arguments)) {
    case Outcome::Release:
        return releaseOf(deal.terms, deal.deal);
    case Outcome::Refund:
        return refundOf(deal.terms, deal.deal);
    case Outcome::Ruling:
        return rulingFrom(arguments, deal);
    default:
        break;
    }
    AC_TRY(const U256 toBuyer, arguments.amount("to-buyer"));
    return splitOf(deal.terms, deal.deal, toBuyer,
                   arguments.text("title-to", QStringLiteral("buyer")) == QStringLiteral("buyer"));
}

// What others have signed of this outcome (and amount, where one is given). NoCoSignature where there is none or more
// than one to choose from.
Result<Settlement> signedByOthers(const Arguments& arguments, const DealView& deal, const Address& me)
{
    AC_TRY(const auto toBuyer, arguments.amountIfGiven("to-buyer"));
    std::vector<Settlement> found;
    for (const CoSignature& c : deal.coSignatures) {
        const bool wanted = c.signer != me && c.settlement.outcome == outcomeOf(arguments) &&
                            (!toBuyer || c.settlement.toBuyer == *toBuyer);
        if (wanted && std::find(found.begin(), found.end(), c.settlement) == found.end()) {
            found.push_back(c.settlement);
        }
    }
    if (found.size() != 1) {
        return Error(EscrowError::NoCoSignature, {}, found.empty() ? "" : "several; say which with --to-buyer");
    }
    return found.front();
}

QCoro::Task<Result<DealView>> readDeal(Context& context, Hash32 dealId)
{
    DealReader reader(context.node(), context.network());
    co_return co_await reader.readDeal(dealId);
}

Result<> writeText(const QString& path, const std::string& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0) {
        return Error(StoreError::NoAccess, {path.toStdString()});
    }
    return {};
}

Output signedOutput(const DealView& deal, const Settlement& settlement, Output out)
{
    out.json.insert(QStringLiteral("settlement"), settlementJson(deal, settlement));
    out.fact(tr("Buyer gets"), auc(settlement.toBuyer));
    out.fact(tr("Seller gets"), auc(settlement.toSeller));
    out.fact(tr("Appraiser gets"), auc(settlement.toAppraiser));
    out.fact(tr("Title to"), address(settlement.titleTo));
    return out;
}

QCoro::Task<Result<Output>> coSignOffline(Context& context, DealView deal, Address me, Settlement settlement,
                                          std::string reasons, QString file)
{
    DealService service = serviceOf(context);
    AC_CO_TRY(const CoSignature signature, co_await service.coSignOffline(deal.id, me, settlement, std::move(reasons)));
    AC_CO_CHECK(writeText(file, writeCoSignature(deal, signature)));
    Output out;
    out.json.insert(QStringLiteral("deal"), hex(deal.id));
    out.json.insert(QStringLiteral("file"), file);
    out.fact(tr("Signed into"), file);
    co_return signedOutput(deal, settlement, std::move(out));
}

QCoro::Task<Result<Output>> signAndPublish(Context& context, const Arguments& arguments, DealView deal, Address me,
                                           Settlement settlement)
{
    AC_CO_TRY(std::string reasons, reasonsOf(arguments));
    AC_CO_CHECK(co_await context.prepareToSend());
    if (arguments.has("offline")) {
        co_return co_await coSignOffline(context, std::move(deal), me, settlement, std::move(reasons),
                                         arguments.text("offline"));
    }
    DealService service = serviceOf(context);
    AC_CO_TRY(const StepResult step, co_await service.coSign(deal.id, me, settlement, std::move(reasons)));
    co_return signedOutput(deal, settlement, stepOutput(step, tr("Signed")));
}

QCoro::Task<Result<Output>> propose(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Hash32 dealId, arguments.hashAt(0));
    AC_CO_TRY(const Address me, co_await context.me());
    AC_CO_TRY(const DealView deal, co_await readDeal(context, dealId));
    AC_CO_TRY(const Settlement settlement, settlementFrom(arguments, deal));
    co_return co_await signAndPublish(context, arguments, deal, me, settlement);
}

QCoro::Task<Result<Output>> coSign(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Hash32 dealId, arguments.hashAt(0));
    AC_CO_TRY(const Address me, co_await context.me());
    AC_CO_TRY(const DealView deal, co_await readDeal(context, dealId));
    AC_CO_TRY(const Settlement settlement, signedByOthers(arguments, deal, me));
    co_return co_await signAndPublish(context, arguments, deal, me, settlement);
}

Result<std::optional<CoSignature>> offlineOf(const Arguments& arguments, const DealView& deal)
{
    if (!arguments.has("offline")) {
        return std::optional<CoSignature>();
    }
    constexpr qint64 kMost = 16 * 1024;
    QFile file(arguments.text("offline"));
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMost) {
        return Error(StoreError::NoAccess, {file.fileName().toStdString()});
    }
    const std::string text = file.readAll().toStdString();
    AC_TRY(auto read, readCoSignature(deal, asBytes(text)));
    return std::optional<CoSignature>(std::move(read));
}

QCoro::Task<Result<Output>> execute(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Hash32 dealId, arguments.hashAt(0));
    AC_CO_TRY(const Address me, co_await context.me());
    AC_CO_TRY(DealView deal, co_await readDeal(context, dealId));
    AC_CO_TRY(const auto offline, offlineOf(arguments, deal));
    if (offline) {
        deal.coSignatures.push_back(*offline);
    }
    AC_CO_TRY(const Settlement settlement, signedByOthers(arguments, deal, me));
    AC_CO_CHECK(co_await context.prepareToSend());
    DealService service = serviceOf(context);
    AC_CO_TRY(const StepResult step, co_await service.execute(dealId, me, settlement, offline));
    co_return signedOutput(deal, settlement, stepOutput(step, tr("Settled")));
}
} // namespace

QList<Verb> settleVerbs()
{
    const QString noun = QStringLiteral("deal");
    const PositionalSpec id{QStringLiteral("DEAL"), tr("Number of the deal (0x…)."), true};
    const QStringList sides = {QStringLiteral("buyer"), QStringLiteral("seller")};
    const OptionSpec outcome{QStringLiteral("outcome"), QStringLiteral("WAY"), tr("Way to settle."), true,
                             outcomeWords()};
    const OptionSpec toBuyer{QStringLiteral("to-buyer"), QStringLiteral("AUC"),
                             tr("Buyer's part of a split or ruling.")};
    const OptionSpec titleTo{QStringLiteral("title-to"), QStringLiteral("SIDE"), tr("Who gets the title."), false,
                             sides};
    const OptionSpec favour{QStringLiteral("favour"), QStringLiteral("SIDE"),
                            tr("Ruling for this side: it gets the money less the fee, the other the title."), false,
                            sides};
    const OptionSpec reasons{QStringLiteral("reasons"), QStringLiteral("TEXT"), tr("Written reasons of a ruling.")};
    const OptionSpec reasonsFile{QStringLiteral("reasons-file"), QStringLiteral("FILE"), tr("The same from a file.")};
    const OptionSpec offlineOut{QStringLiteral("offline"), QStringLiteral("FILE"),
                                tr("Write the signature to a file instead of the chain.")};
    const OptionSpec offlineIn{QStringLiteral("offline"), QStringLiteral("FILE"),
                               tr("The other's signature, from a file.")};
    return {{noun,
             QStringLiteral("propose"),
             tr("Sign a way to settle first."),
             {id},
             {outcome, toBuyer, titleTo, favour, reasons, reasonsFile, offlineOut},
             &propose},
            {noun,
             QStringLiteral("cosign"),
             tr("Sign the way the other has signed, without carrying it out."),
             {id},
             {outcome, toBuyer, reasons, reasonsFile, offlineOut},
             &coSign},
            {noun,
             QStringLiteral("execute"),
             tr("Carry out what the other has signed: money and title move."),
             {id},
             {outcome, toBuyer, offlineIn},
             &execute}};
}

} // namespace autochain::cli
