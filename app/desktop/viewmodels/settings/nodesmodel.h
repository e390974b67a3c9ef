// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

struct NodeRow {
    QString key; // URL
    QString block;
    QString answersIn;
    QString status; // "clean", "problem", "nodata"
    QString state;
    QString usedFor;
    bool operator==(const NodeRow&) const = default;
};

/// The nodes of the network file: which one is asked, and how it answers.
class NodesModel : public RowModel<NodeRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")

public:
    enum Role { UrlRole = Qt::UserRole + 1, BlockRole, AnswersInRole, StatusRole, StateRole, UsedForRole };
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const NodeRow& row, int role) const override;
};

} // namespace autochain::desktop
