// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

class Session;

struct WaitRow {
    QString key;       // deal id
    QString title;     // "Golf SportWagen, 2018: put the title into the Safe"
    QString text;      // who buys from whom for how much
    QString ifNothing; // what happens if nobody acts
    QString action;    // words of the button
    QString route;
    QString body;
    QString colour;
    double secondsLeft = 0;
    QString left; // empty: no deadline
    QString moment;
    bool operator==(const WaitRow&) const = default;
};

/// What waits for the person: deals where it is their turn, soonest deadline first, those without one last.
class WaitsModel : public RowModel<WaitRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        TextRole,
        IfNothingRole,
        ActionRole,
        RouteRole,
        BodyRole,
        ColourRole,
        SecondsLeftRole,
        LeftRole,
        MomentRole
    };
    using RowModel::RowModel;
    int count() const { return rowCount(); }
    void fill(Session& session);
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

protected:
    QVariant value(const WaitRow& row, int role) const override;
};

} // namespace autochain::desktop
