// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketrow.h"
#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

namespace autochain::desktop
{

class MarketModel : public RowModel<MarketRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the market")

public:
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const MarketRow& row, int role) const override;
};

} // namespace autochain::desktop
