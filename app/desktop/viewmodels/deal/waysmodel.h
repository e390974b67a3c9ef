// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/rowmodel.h"
#include "wayrow.h"

#include <qqml.h>

namespace autochain::desktop
{

/// Ways to settle a deal, a row each, drawn side by side.
class WaysModel : public RowModel<WayRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the deal")

public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        TitleRole,
        SubtitleRole,
        BuyerMoneyRole,
        BuyerTitleRole,
        SellerMoneyRole,
        SellerTitleRole,
        AppraiserMoneyRole,
        SignersRole,
        MineRole,
        ActionRole,
        ButtonRole,
        SentenceRole,
        ReasonRole,
        TypedPhraseRole
    };
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;
    const WayRow* find(const QString& key) const;

protected:
    QVariant value(const WayRow& row, int role) const override;
};

} // namespace autochain::desktop
