// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/backup/backupfilesmodel.h"

namespace autochain::desktop
{

QHash<int, QByteArray> BackupFilesModel::roleNames() const
{
    return {
        {PathRole, "path"}, {MadeRole, "made"}, {SizeRole, "size"}, {StatusRole, "status"}, {StateRole, "stateText"}};
}

QVariant BackupFilesModel::value(const BackupFileRow& row, int role) const
{
    switch (role) {
    case PathRole:
        return row.key;
    case MadeRole:
        return row.made;
    case SizeRole:
        return row.size;
    case StatusRole:
        return row.status;
    case StateRole:
        return row.state;
    default:
        return {};
    }
}

} // namespace autochain::desktop
