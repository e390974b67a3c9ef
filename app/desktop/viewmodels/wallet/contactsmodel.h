// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

class Session;

struct ContactRow {
    QString key; // address, checksummed
    QString name;
    QString note;
    bool own = true; // of the address book; false: a person of the practice market
    bool operator==(const ContactRow&) const = default;
};

/// Everybody one can send to by name: the own address book, and the people of a practice market.
class ContactsModel : public RowModel<ContactRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")

public:
    enum Role { NameRole = Qt::UserRole + 1, AddressRole, NoteRole, OwnRole };
    using RowModel::RowModel;
    void fill(Session& session); // without the person
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const ContactRow& row, int role) const override;
};

} // namespace autochain::desktop
