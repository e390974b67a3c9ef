// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vehicle/assess.h"
#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

class Session;

struct HomeCarRow {
    QString key;
    QString title;
    QString vin;
    QString km;
    QString level;
    BlockRef block; // read at
    QString status; // of the worst topic: "problem", "attention", "clean", "nodata"
    QString fact;   // its words: "1 accident"
    QString body;
    QString colour;
    bool operator==(const HomeCarRow&) const = default;
};

/// The worst thing a history says, in the two or three words a badge has room for. Topics nobody looked at do not hide
/// one somebody did; nothing known at all is "nodata", never clean.
struct WorstVerdict {
    QString status;
    QString fact;
};
WorstVerdict worstOf(const vehicle::Assessment& assessment);

/// The person's cars, as the home page lists them.
class HomeCarsModel : public RowModel<HomeCarRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        VinRole,
        KmRole,
        LevelRole,
        BlockRole,
        StatusRole,
        FactRole,
        BodyRole,
        ColourRole
    };
    using RowModel::RowModel;
    int count() const { return rowCount(); }
    void fill(Session& session);
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

protected:
    QVariant value(const HomeCarRow& row, int role) const override;
};

} // namespace autochain::desktop
