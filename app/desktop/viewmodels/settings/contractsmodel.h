// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

struct ContractRow {
    QString key; // name in the network file
    QString name;
    QString address;
    QString status; // "clean": code lives there; "problem": nothing there; "nodata": not asked yet
    QString state;
    bool operator==(const ContractRow&) const = default;
};

/// The contracts of the network, and whether a program lives at each address.
class ContractsModel : public RowModel<ContractRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")

public:
    enum Role { NameRole = Qt::UserRole + 1, AddressRole, StatusRole, StateRole };
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const ContractRow& row, int role) const override;
};

} // namespace autochain::desktop
