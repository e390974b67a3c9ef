// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/home/homecarsmodel.h"

#include "base/hex.h"
#include "session/carfeed.h"
#include "session/carnames.h"
#include "session/session.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"

namespace autochain::desktop
{
namespace
{
using vehicle::Fact;
using vehicle::Status;

int weight(Status status)
{
    switch (status) {
    case Status::Problem:
        return 0;
    case Status::Attention:
        return 1;
    case Status::Clean:
        return 2;
    case Status::NoData:
        break;
    }
    return 3;
}

QString word(Status status)
{
    switch (status) {
    case Status::Problem:
        return QStringLiteral("problem");
    case Status::Attention:
        return QStringLiteral("attention");
    case Status::Clean:
        return QStringLiteral("clean");
    case Status::NoData:
        break;
    }
    return QStringLiteral("nodata");
}

QString factText(const vehicle::Verdict& verdict)
{
    const int first = verdict.numbers.empty() ? 0 : static_cast<int>(verdict.numbers.front());
    switch (verdict.fact) {
    case Fact::RolledBack:
        return HomeCarsModel::tr("Rolled back");
    case Fact::ImpossibleRate:
        return HomeCarsModel::tr("Odometer impossible");
    case Fact::ReadingGap:
        return HomeCarsModel::tr("Odometer gap");
    case Fact::AccidentsRepaired:
    case Fact::AccidentsOpen:
        return HomeCarsModel::tr("%n accident(s)", nullptr, first);
    case Fact::TitleInDeal:
        return HomeCarsModel::tr("In a deal");
    case Fact::TitleBranded:
        return HomeCarsModel::tr("Branded title");
    case Fact::TotalLoss:
        return HomeCarsModel::tr("Total loss");
    case Fact::Scrapped:
        return HomeCarsModel::tr("Scrapped");
    case Fact::LienOnTitle:
        return HomeCarsModel::tr("Lien");
    case Fact::RecallsOpen:
        return HomeCarsModel::tr("%n open recall(s)", nullptr, first);
    case Fact::ReportedStolen:
        return HomeCarsModel::tr("Reported stolen");
    case Fact::StolenAndRecovered:
        return HomeCarsModel::tr("Stolen, recovered");
    default:
        break;
    }
    switch (verdict.status) {
    case Status::Clean:
        return HomeCarsModel::tr("Clean");
    case Status::Attention:
        return HomeCarsModel::tr("Attention");
    case Status::Problem:
        return HomeCarsModel::tr("Problem");
    case Status::NoData:
        break;
    }
    return HomeCarsModel::tr("No data");
}
} // namespace

WorstVerdict worstOf(const vehicle::Assessment& assessment)
{
    const vehicle::Verdict* worst = &assessment.verdicts.front();
    for (const vehicle::Verdict& verdict : assessment.verdicts) {
        if (weight(verdict.status) < weight(worst->status)) {
            worst = &verdict;
        }
    }
    return {word(worst->status), factText(*worst)};
}

void HomeCarsModel::fill(Session& session)
{
    std::vector<HomeCarRow> rows;
    for (const OwnCar& car : session.carFeed().cars()) {
        const vehicle::VehicleSummary& state = car.vehicle.state;
        const CarName name = session.carNames().of(state.id);
        const WorstVerdict worst = worstOf(car.assessment);
        rows.push_back({QString::fromStdString(toHex0x(state.id)), name.title, name.vin,
                        format::distance(state.history.odometerKm),
                        format::level(session.shown(car.vehicle.provenance)), car.vehicle.block, worst.status,
                        worst.fact, name.body, name.colour});
    }
    setRows(std::move(rows));
    emit countChanged();
}

QHash<int, QByteArray> HomeCarsModel::roleNames() const
{
    return {{TitleRole, "title"},   {VinRole, "vin"},   {KmRole, "km"},     {LevelRole, "level"},  {BlockRole, "block"},
            {StatusRole, "status"}, {FactRole, "fact"}, {BodyRole, "body"}, {ColourRole, "colour"}};
}

QVariant HomeCarsModel::value(const HomeCarRow& row, int role) const
{
    switch (role) {
    case TitleRole:
        return row.title;
    case VinRole:
        return row.vin;
    case KmRole:
        return row.km;
    case LevelRole:
        return row.level;
    case BlockRole:
        return QVariant::fromValue(row.block);
    case StatusRole:
        return row.status;
    case FactRole:
        return row.fact;
    case BodyRole:
        return row.body;
    case ColourRole:
        return row.colour;
    default:
        return {};
    }
}

} // namespace autochain::desktop
