// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

class Session;

struct TitleRow {
    QString key; // vehicle id
    QString title;
    QString vin;
    QString state;     // "free", "in a deal", "under a lien"
    bool tied = false; // in a deal or under a lien
    bool operator==(const TitleRow&) const = default;
};

/// The titles a person holds, those in a deal's Safe included.
class TitlesModel : public RowModel<TitleRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")

public:
    enum Role { TitleTextRole = Qt::UserRole + 1, VinRole, StateRole, TiedRole };
    using RowModel::RowModel;
    void fill(Session& session);
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const TitleRow& row, int role) const override;
};

} // namespace autochain::desktop
