// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"
#include "wallet/address_check.h"

#include <qqml.h>

namespace autochain::desktop
{

class Session;

struct CheckRow {
    QString key;
    QString status; // "clean", "attention", "problem"
    QString title;
    QString text;
    QString address; // shown in the text's place where the check is about another address
    bool operator==(const CheckRow&) const = default;
};

/// "Checked for you", beside the review of a payment. What is worst stands first.
class ChecksModel : public RowModel<CheckRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")

public:
    enum Role { StatusRole = Qt::UserRole + 1, TitleRole, TextRole, AddressRole };
    using RowModel::RowModel;
    void fill(const Session& session, const wallet::AddressFacts& facts);
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const CheckRow& row, int role) const override;
};

} // namespace autochain::desktop
