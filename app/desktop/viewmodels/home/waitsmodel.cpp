// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/home/waitsmodel.h"

#include "base/hex.h"
#include "escrow/rules.h"
#include "messages/state_text.h"
#include "session/carnames.h"
#include "session/dealfeed.h"
#include "session/session.h"
#include "viewmodels/base/format.h"

namespace autochain::desktop
{
namespace
{
using escrow::Party;

QString who(const Session& session, const Address& address)
{
    const QString name = session.nameOf(address);
    return name.isEmpty() ? format::shortAddress(address) : name;
}

QString sentence(const Session& session, const escrow::DealView& deal)
{
    const QString price = format::money(deal.terms.price, 0);
    switch (escrow::partyOf(deal, session.me())) {
    case Party::Buyer:
        return WaitsModel::tr("You buy from %1 for %2 AUC.").arg(who(session, deal.terms.seller), price);
    case Party::Seller:
        return WaitsModel::tr("You sell to %1 for %2 AUC.").arg(who(session, deal.terms.buyer), price);
    default:
        return WaitsModel::tr("%1 buys from %2 for %3 AUC.")
            .arg(who(session, deal.terms.buyer), who(session, deal.terms.seller), price);
    }
}

QString consequence(escrow::Consequence what)
{
    return what == escrow::Consequence::Nothing ? WaitsModel::tr("nothing moves.")
                                                : messages::text(what) + QStringLiteral(". ") + messages::explain(what);
}

WaitRow rowOf(Session& session, const escrow::DealView& deal)
{
    const UnixTime now = session.now();
    const escrow::Turn turn = escrow::whoseTurn(deal, now);
    const CarName car = session.carNames().of(deal.terms.vehicleId);
    const auto deadline = escrow::nextDeadline(deal, now);
    WaitRow row;
    row.key = QString::fromStdString(toHex0x(deal.id));
    row.title = WaitsModel::tr("%1: %2", "car, what to do").arg(car.title, messages::text(turn.action));
    row.text =
        sentence(session, deal) + QLatin1Char(' ') + messages::text(escrow::stageOf(deal, now)) + QLatin1Char('.');
    row.ifNothing = consequence(deadline ? deadline->consequence : escrow::Consequence::Nothing);
    row.action = WaitsModel::tr("Open deal");
    row.route = QStringLiteral("deal/") + row.key;
    row.body = car.body;
    row.colour = car.colour;
    if (deadline) {
        row.secondsLeft = static_cast<double>(deadline->at - now);
        row.left = format::timeLeft(deadline->at - now);
        row.moment = format::dayTime(deadline->at);
    }
    return row;
}
} // namespace

void WaitsModel::fill(Session& session)
{
    std::vector<WaitRow> rows;
    for (const escrow::DealView& deal : session.dealFeed().deals()) {
        if (escrow::isMyTurn(deal, session.me(), session.now())) {
            rows.push_back(rowOf(session, deal));
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const WaitRow& a, const WaitRow& b) {
        if (a.left.isEmpty() != b.left.isEmpty()) {
            return b.left.isEmpty();
        }
        return a.secondsLeft < b.secondsLeft;
    });
    setRows(std::move(rows));
    emit countChanged();
}

QHash<int, QByteArray> WaitsModel::roleNames() const
{
    return {
        {TitleRole, "title"},   {TextRole, "text"},    {IfNothingRole, "ifNothing"}, {ActionRole, "action"},
        {RouteRole, "route"},   {BodyRole, "body"},    {ColourRole, "colour"},       {SecondsLeftRole, "secondsLeft"},
        {LeftRole, "timeLeft"}, {MomentRole, "moment"}};
}

QVariant WaitsModel::value(const WaitRow& row, int role) const
{
    switch (role) {
    case TitleRole:
        return row.title;
    case TextRole:
        return row.text;
    case IfNothingRole:
        return row.ifNothing;
    case ActionRole:
        return row.action;
    case RouteRole:
        return row.route;
    case BodyRole:
        return row.body;
    case ColourRole:
        return row.colour;
    case SecondsLeftRole:
        return row.secondsLeft;
    case LeftRole:
        return row.left;
    case MomentRole:
        return row.moment;
    default:
        return {};
    }
}

} // namespace autochain::desktop
