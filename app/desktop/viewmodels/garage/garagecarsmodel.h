// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/listing.h"
#include "viewmodels/base/rowmodel.h"

#include <qqml.h>

#include <optional>
#include <unordered_map>

namespace autochain::desktop
{

class Session;

// What the board said of each car it was asked about; a car that is not in it was not asked about yet.
using ListingsAsked = std::unordered_map<Hash32, std::optional<market::Listing>>;

struct GarageCarRow {
    QString key; // vehicle id in hex
    QString title;
    QString vin;
    QString km;
    QString level;
    BlockRef block; // read at
    QString body;
    QString paint;
    QString status; // of the worst answer of its history
    QString fact;
    QString state; // "Listed at 200,000 AUC", "In a deal", "Under a lien", "Not for sale"; "Asking the market…" before
    bool asked = false; // whether it is listed is known
    bool listed = false;
    QString price;      // asked, where listed
    QString sellReason; // why it cannot be put up for sale; empty: it can
    QString dealRoute;  // "deal/0x…" while in a deal
    bool operator==(const GarageCarRow&) const = default;
};

/// The person's own cars with what can be done with each.
class GarageCarsModel : public RowModel<GarageCarRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the garage")

public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        TitleRole,
        VinRole,
        KmRole,
        LevelRole,
        BlockRole,
        BodyRole,
        PaintRole,
        StatusRole,
        FactRole,
        StateRole,
        AskedRole,
        ListedRole,
        PriceRole,
        SellReasonRole,
        DealRouteRole
    };
    using RowModel::RowModel;
    QHash<int, QByteArray> roleNames() const override;
    void fill(Session& session, const ListingsAsked& listings);
    const GarageCarRow* find(const QString& key) const;

protected:
    QVariant value(const GarageCarRow& row, int role) const override;
};

} // namespace autochain::desktop
