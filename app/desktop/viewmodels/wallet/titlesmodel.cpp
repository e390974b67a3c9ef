// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/wallet/titlesmodel.h"

#include "base/hex.h"
#include "session/carfeed.h"
#include "session/carnames.h"
#include "session/session.h"

namespace autochain::desktop
{

void TitlesModel::fill(Session& session)
{
    std::vector<TitleRow> rows;
    for (const OwnCar& car : session.carFeed().cars()) {
        const vehicle::VehicleSummary& state = car.vehicle.state;
        const CarName name = session.carNames().of(state.id);
        const bool inDeal = !state.dealId.isZero();
        const bool lien = !state.lender.isZero();
        rows.push_back({QString::fromStdString(toHex0x(state.id)), name.title, name.vin,
                        inDeal ? tr("in a deal") : (lien ? tr("under a lien") : tr("free")), inDeal || lien});
    }
    setRows(std::move(rows));
}

QHash<int, QByteArray> TitlesModel::roleNames() const
{
    return {{TitleTextRole, "title"}, {VinRole, "vin"}, {StateRole, "stateText"}, {TiedRole, "tied"}};
}

QVariant TitlesModel::value(const TitleRow& row, int role) const
{
    switch (role) {
    case TitleTextRole:
        return row.title;
    case VinRole:
        return row.vin;
    case StateRole:
        return row.state;
    case TiedRole:
        return row.tied;
    default:
        return {};
    }
}

} // namespace autochain::desktop
