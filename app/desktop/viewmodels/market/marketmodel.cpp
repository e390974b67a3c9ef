// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketmodel.h"

#include <array>

namespace autochain::desktop
{

namespace
{
struct TextRole {
    const char* name;
    QString MarketRow::*member;
};
constexpr std::array kTextRoles = {
    TextRole{"key", &MarketRow::key},
    TextRole{"vin", &MarketRow::vin},
    TextRole{"title", &MarketRow::title},
    TextRole{"year", &MarketRow::year},
    TextRole{"km", &MarketRow::km},
    TextRole{"facts", &MarketRow::facts},
    TextRole{"price", &MarketRow::price},
    TextRole{"level", &MarketRow::level},
    TextRole{"against", &MarketRow::against},
    TextRole{"body", &MarketRow::body},
    TextRole{"paint", &MarketRow::paint},
    TextRole{"place", &MarketRow::place},
    TextRole{"seller", &MarketRow::seller},
    TextRole{"listed", &MarketRow::listed},
    TextRole{"ends", &MarketRow::ends},
    TextRole{"tag", &MarketRow::tag},
    TextRole{"odometer", &MarketRow::odometer},
    TextRole{"accidents", &MarketRow::accidents},
    TextRole{"titleStatus", &MarketRow::titleStatus},
    TextRole{"liens", &MarketRow::liens},
    TextRole{"spoken", &MarketRow::spoken},
};
constexpr int kFirst = Qt::UserRole + 1;
constexpr int kWatched = kFirst + static_cast<int>(kTextRoles.size());
constexpr int kMine = kWatched + 1;
constexpr int kBlock = kMine + 1;
constexpr int kPhoto = kBlock + 1;
} // namespace

MarketModel::MarketModel(Session& session, QObject* parent)
    : RowModel(parent), m_shelf(std::make_unique<PhotoShelf>(session))
{
    connect(m_shelf.get(), &PhotoShelf::came, this, &MarketModel::showPhoto);
}

void MarketModel::showPhoto(const QString& cid)
{
    for (std::size_t i = 0; i < rows().size(); ++i) {
        if (rows()[i].photo == cid) {
            emit dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)), {kPhoto});
        }
    }
}

QHash<int, QByteArray> MarketModel::roleNames() const
{
    QHash<int, QByteArray> names{{kWatched, "watched"}, {kMine, "mine"}, {kBlock, "block"}, {kPhoto, "photo"}};
    for (std::size_t i = 0; i < kTextRoles.size(); ++i) {
        names.insert(kFirst + static_cast<int>(i), kTextRoles[i].name);
    }
    return names;
}

QVariant MarketModel::value(const MarketRow& row, int role) const
{
    if (role >= kFirst && role < kWatched) {
        return row.*kTextRoles[static_cast<std::size_t>(role - kFirst)].member;
    }
    switch (role) {
    case kWatched:
        return row.watched;
    case kMine:
        return row.mine;
    case kBlock:
        return QVariant::fromValue(row.block);
    case kPhoto:
        return m_shelf->of(row.photo);
    default:
        return {};
    }
}

} // namespace autochain::desktop
