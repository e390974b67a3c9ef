// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/scanfoundmodel.h"

namespace autochain::desktop
{

QHash<int, QByteArray> ScanFoundModel::roleNames() const
{
    return {{AddressRole, "address"}, {PathRole, "path"},   {AucRole, "auc"},
            {CoinRole, "coin"},       {KnownRole, "known"}, {WantedRole, "wanted"}};
}

QVariant ScanFoundModel::value(const ScanFoundRow& row, int role) const
{
    switch (role) {
    case AddressRole:
        return row.key;
    case PathRole:
        return row.path;
    case AucRole:
        return row.auc;
    case CoinRole:
        return row.coin;
    case KnownRole:
        return row.known;
    case WantedRole:
        return row.wanted;
    default:
        return {};
    }
}

} // namespace autochain::desktop
