// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

struct StepRow {
    QString key;   // its words
    QString state; // "done", "current", "todo"
    bool operator==(const StepRow&) const = default;
};

/// The named steps of a long operation.
class StepsModel : public RowModel<StepRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a view-model")

public:
    enum Role { TextRole = Qt::UserRole + 1, StateRole };
    using RowModel::RowModel;
    /// `current` from 0; names.size() and above: all are done.
    void show(const QStringList& names, int current);
    QHash<int, QByteArray> roleNames() const override { return {{TextRole, "text"}, {StateRole, "stage"}}; }

protected:
    QVariant value(const StepRow& row, int role) const override
    {
        return role == TextRole ? row.key : role == StateRole ? QVariant(row.state) : QVariant();
    }
};

} // namespace autochain::desktop
