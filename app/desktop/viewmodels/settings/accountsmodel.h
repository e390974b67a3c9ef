// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

struct AccountRow {
    QString key; // address
    QString name;
    QString origin; // "Of your words, m/44'/60'/0'/0/0"
    QString auc;    // empty: not read yet
    QString coin;
    QString level; // of `auc`
    bool inUse = false;
    bool watched = false; // its key is elsewhere
    QString useReason;    // why it cannot be used; empty: it can
    bool operator==(const AccountRow&) const = default;
};

class AccountsModel : public RowModel<AccountRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a view-model")

public:
    enum Role {
        AddressRole = Qt::UserRole + 1,
        NameRole,
        OriginRole,
        AucRole,
        CoinRole,
        LevelRole,
        InUseRole,
        WatchedRole,
        UseReasonRole
    };
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const AccountRow& row, int role) const override;
};

} // namespace autochain::desktop
