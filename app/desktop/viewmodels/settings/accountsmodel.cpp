// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settings/accountsmodel.h"

namespace autochain::desktop
{

QHash<int, QByteArray> AccountsModel::roleNames() const
{
    return {{AddressRole, "address"}, {NameRole, "name"},       {OriginRole, "origin"},
            {AucRole, "auc"},         {CoinRole, "coin"},       {LevelRole, "level"},
            {InUseRole, "inUse"},     {WatchedRole, "watched"}, {UseReasonRole, "useReason"}};
}

QVariant AccountsModel::value(const AccountRow& row, int role) const
{
    switch (role) {
    case AddressRole:
        return row.key;
    case NameRole:
        return row.name;
    case OriginRole:
        return row.origin;
    case AucRole:
        return row.auc;
    case CoinRole:
        return row.coin;
    case LevelRole:
        return row.level;
    case InUseRole:
        return row.inUse;
    case WatchedRole:
        return row.watched;
    case UseReasonRole:
        return row.useReason;
    default:
        return {};
    }
}

} // namespace autochain::desktop
