// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"
#include "wallet/discovery.h"

#include <qqml.h>

namespace autochain::desktop
{

struct ScanPathRow {
    QString key; // "m/44'/60'/0'/0/i"
    QString name;
    int asked = 0;
    int used = 0;
    QString ended; // why; empty while it is being asked
    bool operator==(const ScanPathRow&) const = default;
};

/// What was asked, a row per way of numbering accounts.
class ScanPathsModel : public RowModel<ScanPathRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a view-model")

public:
    enum Role { PathRole = Qt::UserRole + 1, NameRole, AskedRole, UsedRole, EndedRole };
    using RowModel::RowModel;
    void show(const wallet::Discovery& discovery, bool busy);
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const ScanPathRow& row, int role) const override;
};

} // namespace autochain::desktop
