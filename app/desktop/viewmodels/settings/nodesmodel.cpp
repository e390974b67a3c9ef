// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settings/nodesmodel.h"

namespace autochain::desktop
{

QHash<int, QByteArray> NodesModel::roleNames() const
{
    return {{UrlRole, "url"},       {BlockRole, "block"},     {AnswersInRole, "answersIn"},
            {StatusRole, "status"}, {StateRole, "stateText"}, {UsedForRole, "usedFor"}};
}

QVariant NodesModel::value(const NodeRow& row, int role) const
{
    switch (role) {
    case UrlRole:
        return row.key;
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
    default:
        return {};
    }
}

} // namespace autochain::desktop
