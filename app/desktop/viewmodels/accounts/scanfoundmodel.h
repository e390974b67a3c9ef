// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

struct ScanFoundRow {
    QString key; // address
    QString path;
    QString auc;
    QString coin;
    bool known = false;  // is in the vault already
    bool wanted = false; // is to be taken in
    bool operator==(const ScanFoundRow&) const = default;
};

/// Accounts that were used, each of which may be left out.
class ScanFoundModel : public RowModel<ScanFoundRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a view-model")

public:
    enum Role { AddressRole = Qt::UserRole + 1, PathRole, AucRole, CoinRole, KnownRole, WantedRole };
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const ScanFoundRow& row, int role) const override;
};

} // namespace autochain::desktop
