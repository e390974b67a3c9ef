// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

struct BackupFileRow {
    QString key; // path
    QString made;
    QString size;
    QString status; // "clean": verified; "nodata": not by this computer; "problem": cannot be read
    QString state;
    bool operator==(const BackupFileRow&) const = default;
};

/// The backup files of the folder, newest first.
class BackupFilesModel : public RowModel<BackupFileRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")

public:
    enum Role { PathRole = Qt::UserRole + 1, MadeRole, SizeRole, StatusRole, StateRole };
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const BackupFileRow& row, int role) const override;
};

} // namespace autochain::desktop
