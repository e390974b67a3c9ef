// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketrow.h"
#include "viewmodels/base/photoshelf.h"
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
    explicit MarketModel(Session& session, QObject* parent = nullptr);
    QHash<int, QByteArray> roleNames() const override;

protected:
    QVariant value(const MarketRow& row, int role) const override;

private:
    void showPhoto(const QString& cid);

    // A view asks for the pictures of the cards it shows and of no others.
    std::unique_ptr<PhotoShelf> m_shelf;
};

} // namespace autochain::desktop
