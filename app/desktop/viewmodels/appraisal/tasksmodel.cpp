// SPDX-License-Identifier: GPL-3.0-or-later
#include "tasksmodel.h"

#include "base/hex.h"
#include "messages/state_text.h"
#include "session/carnames.h"
#include "session/session.h"
#include "viewmodels/base/format.h"
#include "viewmodels/deal/dealwords.h"

namespace autochain::desktop
{

TaskRow taskRowOf(Session& session, const appraisal::Task& task, const escrow::DealView& deal)
{
    const DealPeople people(session, deal);
    const CarName car = session.carNames().of(deal.terms.vehicleId);
    TaskRow row;
    row.key = QString::fromStdString(toHex0x(task.dealId));
    row.car = car.title;
    row.body = car.body;
    row.paint = car.colour;
    row.people =
        TasksModel::tr("%1 buys from %2").arg(people.fullName(deal.terms.buyer), people.fullName(deal.terms.seller));
    row.task = messages::text(task.kind);
    row.fee = words::auc(task.fee);
    row.mine = task.mineToDo;
    row.closed = task.kind == appraisal::TaskKind::Closed;
    if (task.deadline > 0) {
        row.hasDeadline = true;
        row.secondsLeft = task.deadline - session.now();
        row.left = format::timeLeft(row.secondsLeft);
        row.moment = format::dayTime(task.deadline);
        row.ifSilent = messages::text(task.ifSilent);
    }
    return row;
}

QHash<int, QByteArray> TasksModel::roleNames() const
{
    return {{KeyRole, "key"},
            {CarRole, "car"},
            {BodyRole, "body"},
            {PaintRole, "paint"},
            {PeopleRole, "people"},
            {TaskRole, "task"},
            {FeeRole, "fee"},
            {LeftRole, "timeLeft"},
            {MomentRole, "moment"},
            {IfSilentRole, "ifSilent"},
            {SecondsLeftRole, "secondsLeft"},
            {HasDeadlineRole, "hasDeadline"},
            {MineRole, "mine"},
            {ClosedRole, "closed"}};
}

QVariant TasksModel::value(const TaskRow& row, int role) const
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
    case TaskRole:
        return row.task;
    case FeeRole:
        return row.fee;
    case LeftRole:
        return row.left;
    case MomentRole:
        return row.moment;
    case IfSilentRole:
        return row.ifSilent;
    case SecondsLeftRole:
        return row.secondsLeft;
    case HasDeadlineRole:
        return row.hasDeadline;
    case MineRole:
        return row.mine;
    case ClosedRole:
        return row.closed;
    default:
        return {};
    }
}

} // namespace autochain::desktop
