// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dealwords.h"
#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

class Session;

struct DealRow {
    QString key; // deal id in hex
    QString car;
    QString body;
    QString paint;
    QString people;    // "You buy from Bob Keller"
    QString price;     // AUC
    QString stage;     // "Both sides are in the Safe"
    QString turn;      // "Yours, Alice: …"
    QString ifNothing; // what happens if nobody acts
    QString left;      // "3 d 3 h"
    QString moment;
    qlonglong secondsLeft = 0;
    bool hasDeadline = false;
    bool mine = false; // waits for the reader
    bool closed = false;
    QString level;
    BlockRef block; // read at
    bool operator==(const DealRow&) const = default;
};

DealRow dealRowOf(Session& session, const escrow::DealView& deal, UnixTime now);

class DealsModel : public RowModel<DealRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the deals page")

public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        CarRole,
        BodyRole,
        PaintRole,
        PeopleRole,
        PriceRole,
        StageRole,
        TurnRole,
        IfNothingRole,
        LeftRole,
        MomentRole,
        SecondsLeftRole,
        HasDeadlineRole,
        MineRole,
        ClosedRole,
        LevelRole,
        BlockRole
    };
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const DealRow& row, int role) const override;
};

} // namespace autochain::desktop
