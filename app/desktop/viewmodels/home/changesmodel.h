// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

struct ChangeRow {
    QString key;
    UnixTime time = 0;
    std::uint64_t block = 0;
    QString icon;
    QString text;   // "Bob Keller signed the release of"
    QString strong; // "Mazda3 Sport GT, 2019"
    Hash32 car;     // what `strong` names, where it is a car: asked anew at every reading
    QString amount; // with "AUC" behind it; empty: none
    QString before; // struck through, a price before
    QString tag;    // "Deal", "Signed deal", "My car"
    QString route;
    QString level;
    QString when; // filled at showing: depends on today
    bool operator==(const ChangeRow&) const = default;
};

/// What changed, newest first; shortened until all are asked for.
class ChangesModel : public RowModel<ChangeRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(int total READ total NOTIFY totalChanged)
    Q_PROPERTY(bool all READ all WRITE setAllShown NOTIFY totalChanged)

public:
    enum Role {
        IconRole = Qt::UserRole + 1,
        TextRole,
        StrongRole,
        AmountRole,
        BeforeRole,
        TagRole,
        RouteRole,
        LevelRole,
        WhenRole
    };
    static constexpr int kFew = 8;
    using RowModel::RowModel;

    int total() const { return static_cast<int>(m_everything.size()); }
    bool all() const { return m_allShown; }
    void setAllShown(bool on);
    void setEverything(std::vector<ChangeRow> rows, UnixTime now);
    QHash<int, QByteArray> roleNames() const override;

signals:
    void totalChanged();

protected:
    QVariant value(const ChangeRow& row, int role) const override;

private:
    void apply();
    std::vector<ChangeRow> m_everything;
    bool m_allShown = false;
};

} // namespace autochain::desktop
