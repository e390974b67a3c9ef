// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/tasks.h"
#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

class Session;

struct TaskRow {
    QString key; // deal id in hex
    QString car;
    QString body;
    QString paint;
    QString people; // "Alice Brandt buys from Bob Keller"
    QString task;   // "A dispute waits for your ruling"
    QString fee;
    QString left;
    QString moment;
    QString ifSilent;
    qlonglong secondsLeft = 0;
    bool hasDeadline = false;
    bool mine = false;
    bool closed = false;
    bool operator==(const TaskRow&) const = default;
};

TaskRow taskRowOf(Session& session, const appraisal::Task& task, const escrow::DealView& deal);

/// What waits for an appraiser, what is to do first.
class TasksModel : public RowModel<TaskRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the appraisals page")

public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        CarRole,
        BodyRole,
        PaintRole,
        PeopleRole,
        TaskRole,
        FeeRole,
        LeftRole,
        MomentRole,
        IfSilentRole,
        SecondsLeftRole,
        HasDeadlineRole,
        MineRole,
        ClosedRole
    };
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const TaskRow& row, int role) const override;
};

} // namespace autochain::desktop
