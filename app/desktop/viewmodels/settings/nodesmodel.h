// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

struct NodeRow {
    QString key; // URL
    QString name;
    QString address;
    QString block;
    QString answersIn;
    QString status; // "clean", "attention", "problem", "nodata"
    QString state;
    QString usedFor;
    QString meaning; // what is the matter, in a sentence; empty where nothing is
    bool removable = false;
    bool shutOut = false; // lied; can be asked again
    bool operator==(const NodeRow&) const = default;
};

/// The nodes of this network, how they stand and what they are used for.
class NodesModel : public RowModel<NodeRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")

public:
    enum Role {
        UrlRole = Qt::UserRole + 1,
        NameRole,
        AddressRole,
        BlockRole,
        AnswersInRole,
        StatusRole,
        StateRole,
        UsedForRole,
        MeaningRole,
        RemovableRole,
        ShutOutRole
    };
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const NodeRow& row, int role) const override;
};

} // namespace autochain::desktop
