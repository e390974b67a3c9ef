// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealsmodel.h"

#include "base/hex.h"
#include "session/carnames.h"
#include "session/session.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>

namespace autochain::desktop
{

namespace
{
QString peopleLine(const DealPeople& people, const escrow::DealView& deal)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("deal", text); };
    switch (people.myParty()) {
    case escrow::Party::Buyer:
        return tr("You buy from %1").arg(people.fullName(deal.terms.seller));
    case escrow::Party::Seller:
        return tr("You sell to %1").arg(people.fullName(deal.terms.buyer));
    case escrow::Party::Appraiser:
    case escrow::Party::Substitute:
        return tr("%1 buys from %2, you appraise")
            .arg(people.fullName(deal.terms.buyer), people.fullName(deal.terms.seller));
    case escrow::Party::Stranger:
        break;
    }
    return tr("%1 buys from %2").arg(people.fullName(deal.terms.buyer), people.fullName(deal.terms.seller));
}
} // namespace

DealRow dealRowOf(Session& session, const escrow::DealView& deal, UnixTime now)
{
    const DealPeople people(session, deal);
    const CarName car = session.carNames().of(deal.terms.vehicleId);
    DealRow row;
    row.key = QString::fromStdString(toHex0x(deal.id));
    row.car = car.title;
    row.body = car.body;
    row.paint = car.colour;
    row.people = peopleLine(people, deal);
    row.price = words::auc(deal.terms.price);
    row.stage = words::where(deal, people, now).title;
    row.turn = words::turn(deal, people, now).title;
    const Headline silent = words::ifNobodyActs(deal, people, now);
    row.ifNothing = silent.title;
    row.closed = !escrow::isOpen(escrow::stageOf(deal, now));
    row.mine = !row.closed && escrow::isMyTurn(deal, session.me(), now);
    row.level = format::level(session.shown(deal.provenance));
    row.block = deal.block;
    if (const auto next = escrow::nextDeadline(deal, now)) {
        row.hasDeadline = true;
        row.secondsLeft = next->at - now;
        row.left = format::timeLeft(next->at - now);
        row.moment = format::dayTime(next->at);
    }
    return row;
}

QHash<int, QByteArray> DealsModel::roleNames() const
{
    return {{KeyRole, "key"},
            {CarRole, "car"},
            {BodyRole, "body"},
            {PaintRole, "paint"},
            {PeopleRole, "people"},
            {PriceRole, "price"},
            {StageRole, "stage"},
            {TurnRole, "turn"},
            {IfNothingRole, "ifNothing"},
            {LeftRole, "timeLeft"},
            {MomentRole, "moment"},
            {SecondsLeftRole, "secondsLeft"},
            {HasDeadlineRole, "hasDeadline"},
            {MineRole, "mine"},
            {ClosedRole, "closed"},
            {LevelRole, "level"},
            {BlockRole, "block"}};
}

QVariant DealsModel::value(const DealRow& row, int role) const
{
    switch (role) {
    case KeyRole:
        return row.key;
    case CarRole:
        return row.car;
    case BodyRole:
        return row.body;
    case PaintRole:
        return row.paint;
    case PeopleRole:
        return row.people;
    case PriceRole:
        return row.price;
    case StageRole:
        return row.stage;
    case TurnRole:
        return row.turn;
    case IfNothingRole:
        return row.ifNothing;
    case LeftRole:
        return row.left;
    case MomentRole:
        return row.moment;
    case SecondsLeftRole:
        return row.secondsLeft;
    case HasDeadlineRole:
        return row.hasDeadline;
    case MineRole:
        return row.mine;
    case ClosedRole:
        return row.closed;
    case LevelRole:
        return row.level;
    case BlockRole:
        return QVariant::fromValue(row.block);
    default:
        return {};
    }
}

} // namespace autochain::desktop
