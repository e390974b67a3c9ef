// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settings/contractsmodel.h"

namespace autochain::desktop
{

QHash<int, QByteArray> ContractsModel::roleNames() const
{
    return {{NameRole, "name"}, {AddressRole, "address"}, {StatusRole, "status"}, {StateRole, "stateText"}};
}

QVariant ContractsModel::value(const ContractRow& row, int role) const
{
    switch (role) {
    case NameRole:
        return row.name;
    case AddressRole:
        return row.address;
    case StatusRole:
        return row.status;
    case StateRole:
        return row.state;
    default:
        return {};
    }
}

} // namespace autochain::desktop
