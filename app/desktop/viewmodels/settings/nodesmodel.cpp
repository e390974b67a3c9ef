// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settings/nodesmodel.h"

namespace autochain::desktop
{

QHash<int, QByteArray> NodesModel::roleNames() const
{
    return {{UrlRole, "url"},
            {NameRole, "name"},
            {AddressRole, "address"},
            {BlockRole, "block"},
            {AnswersInRole, "answersIn"},
            {StatusRole, "status"},
            {StateRole, "stateText"},
            {UsedForRole, "usedFor"},
            {MeaningRole, "meaning"},
            {RemovableRole, "removable"},
            {ShutOutRole, "shutOut"}};
}

QVariant NodesModel::value(const NodeRow& row, int role) const
{
    switch (role) {
    case UrlRole:
        return row.key;
    case NameRole:
        return row.name;
    case AddressRole:
        return row.address;
    case BlockRole:
        return row.block;
    case AnswersInRole:
        return row.answersIn;
    case StatusRole:
        return row.status;
    case StateRole:
        return row.state;
    case UsedForRole:
        return row.usedFor;
    case MeaningRole:
        return row.meaning;
    case RemovableRole:
        return row.removable;
    case ShutOutRole:
        return row.shutOut;
    default:
        return {};
    }
}

} // namespace autochain::desktop
