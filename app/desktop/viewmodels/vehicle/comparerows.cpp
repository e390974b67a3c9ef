// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparerows.h"

#include "base/amount.h"
#include "recordwords.h"
#include "vehicle/vin.h"
#include "verdictwords.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace autochain::desktop
{

namespace
{
using vehicle::Status;

QString tr(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}

struct Cell {
    QString text;
    QString detail;
    QString status;   // "": a plain fact
    int rank = -1;    // lower is better; -1: says nothing about better or worse
    int atWorst = -1; // where `rank` is the best it can be: the worst; -1: the same
};

struct Row {
    QString name;
    std::vector<Cell> cells;
    int worst = 9; // statusOrder of the worst answer
};

const Cell kReading{QStringLiteral("…"), {}, {}, -1};

Cell noData(const QString& why);

// Before there is a study.
Cell waiting(const ComparedCar& car)
{
    return car.unknown ? noData(tr("not registered here")) : kReading;
}

Cell noData(const QString& why)
{
    return {tr("No data"), why, QStringLiteral("nodata"), 3};
}

Cell verdictCell(const vehicle::Verdict& verdict)
{
    const QString text = verdictText(verdict);
    const auto colon = text.indexOf(QStringLiteral(": "));
    const bool isKnown = verdict.status != Status::NoData && verdict.fact != vehicle::Fact::OwnerReadingsOnly;
    return {colon < 0 ? text : text.left(colon), colon < 0 ? QString() : text.mid(colon + 2), statusKey(verdict.status),
            isKnown ? 2 - std::min(2, statusOrder(verdict.status)) : -1};
}

Cell scoreCell(const vehicle::Score& score)
{
    if (!score.enoughKnown()) {
        return noData(tr("not enough is known"));
    }
    const QString span = score.earned == score.atMost() ? QString::number(score.earned)
                                                        : tr("%1 – %2").arg(score.earned).arg(score.atMost());
    const int good = score.earned * 100 / score.known; // of what is known: what is not, is no fault
    const auto status = good >= 85 ? Status::Clean : good >= 60 ? Status::Attention : Status::Problem;
    return {span, tr("%1 of 100 known").arg(score.known), statusKey(status), 100 - score.atMost(), 100 - score.earned};
}

template <typename Make>
Row rowOf(const QString& name, const std::vector<ComparedCar>& cars, Make make)
{
    Row row{name, {}, 9};
    for (const ComparedCar& car : cars) {
        row.cells.push_back(make(car));
        const QString& status = row.cells.back().status;
        const int order = status == QStringLiteral("problem")     ? 0
                          : status == QStringLiteral("attention") ? 1
                          : status == QStringLiteral("nodata")    ? 2
                          : status == QStringLiteral("clean")     ? 3
                                                                  : 9;
        row.worst = std::min(row.worst, order);
    }
    return row;
}

std::vector<Row> questions(const std::vector<ComparedCar>& cars)
{
    std::vector<Row> rows;
    rows.push_back(rowOf(tr("Score"), cars, [](const ComparedCar& car) {
        return car.study == nullptr ? waiting(car) : scoreCell(car.study->score);
    }));
    for (const vehicle::Topic topic : vehicle::kTopics) {
        rows.push_back(rowOf(topicName(topic), cars, [topic](const ComparedCar& car) {
            return car.study == nullptr ? waiting(car) : verdictCell(car.study->assessment.of(topic));
        }));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.worst < b.worst; });
    return rows;
}

Cell priceCell(const ComparedCar& car)
{
    if (car.unknown) {
        return waiting(car);
    }
    if (!car.listing) {
        return {tr("not for sale"), {}, {}, -1};
    }
    Cell cell{tr("%1 AUC").arg(format::money(car.listing->price, 0)), {}, {}, -1};
    const U256 whole = car.listing->price / auc(1);
    cell.rank = whole.fitsU64() ? static_cast<int>(std::min<std::uint64_t>(whole.toU64(), INT32_MAX)) : INT32_MAX;
    return cell;
}

Cell marketCell(const ComparedCar& car)
{
    if (!car.similar || !car.similar->position.band) {
        return noData(tr("too few comparable cars"));
    }
    const auto& band = *car.similar->position.band;
    return {tr("%1 – %2 AUC").arg(format::money(band.low, 0), format::money(band.high, 0)),
            tr("%1 cars").arg(car.similar->position.comparable),
            {},
            -1};
}

Cell upkeepCell(const ComparedCar& car)
{
    const auto& reason = car.study->score.reasons[static_cast<std::size_t>(vehicle::ScorePart::Upkeep)];
    return reason.known ? Cell{tr("%1 visits").arg(reason.records.size()), {}, {}, -1}
                        : noData(tr("no shop or inspector has recorded any"));
}

Cell ownersCell(const ComparedCar& car)
{
    const auto count = car.vehicle->owners.size();
    return count == 0 ? noData(tr("earlier owners are not told by this node"))
                      : Cell{tr("%1 on this chain").arg(count), {}, {}, static_cast<int>(count)};
}

Cell kmCell(const ComparedCar& car)
{
    const auto& odometer = car.study->assessment.odometer;
    return odometer.readings.empty()
               ? noData(tr("nobody has read it"))
               : Cell{format::distance(odometer.lastKm),
                      odometer.rolledBack() ? tr("likely %1").arg(format::distance(odometer.likelyTrueKm)) : QString(),
                      {},
                      static_cast<int>(std::min<std::uint32_t>(odometer.likelyTrueKm, INT32_MAX))};
}

Cell yearCell(const ComparedCar& car)
{
    const auto year = vehicle::analyseVin(car.vehicle->vin.value_or("")).modelYear;
    return year ? Cell{QString::number(*year), {}, {}, -*year + 3000} : noData(tr("the VIN does not say"));
}

Cell lastCell(const ComparedCar& car)
{
    return car.vehicle->records.empty() ? noData(tr("no records"))
                                        : Cell{recordDate(car.vehicle->records.back().time),
                                               tr("%1 records").arg(car.vehicle->records.size()),
                                               {},
                                               -1};
}

std::vector<Row> facts(const std::vector<ComparedCar>& cars)
{
    const auto read = [](auto make) {
        return [make](const ComparedCar& car) { return car.study == nullptr ? waiting(car) : make(car); };
    };
    return {rowOf(tr("Price"), cars, priceCell),           rowOf(tr("Market value"), cars, marketCell),
            rowOf(tr("Model year"), cars, read(yearCell)), rowOf(tr("Distance"), cars, read(kmCell)),
            rowOf(tr("Upkeep"), cars, read(upkeepCell)),   rowOf(tr("Owners"), cars, read(ownersCell)),
            rowOf(tr("Last record"), cars, read(lastCell))};
}

bool canWin(const Cell& cell)
{
    return cell.rank >= 0 && cell.status != QStringLiteral("nodata"); // unknown is neither better nor worse
}

// The one cell that is better than all others that say something, at least one; -1: there is none.
int bestOf(const Row& row)
{
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        if (!canWin(cell) || cell.status == QStringLiteral("problem")) {
            continue;
        }
        const int worst = std::max(cell.rank, cell.atWorst);
        int beaten = 0;
        bool beatsAll = true;
        for (std::size_t j = 0; j < row.cells.size(); ++j) {
            if (j != i && canWin(row.cells[j])) {
                ++beaten;
                beatsAll = beatsAll && worst < row.cells[j].rank;
            }
        }
        if (beatsAll && beaten > 0) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

QVariantMap shown(const Row& row)
{
    const int best = bestOf(row);
    QVariantList cells;
    bool differs = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        differs = differs || cell.text != row.cells.front().text;
        cells << QVariantMap{{QStringLiteral("text"), cell.text},
                             {QStringLiteral("detail"), cell.detail},
                             {QStringLiteral("status"), cell.status},
                             {QStringLiteral("best"), static_cast<int>(i) == best}};
    }
    return {{QStringLiteral("name"), row.name}, {QStringLiteral("differs"), differs}, {QStringLiteral("cells"), cells}};
}
} // namespace

QVariantList compareRows(const std::vector<ComparedCar>& cars)
{
    QVariantList out;
    if (cars.empty()) {
        return out;
    }
    for (const Row& row : questions(cars)) {
        out << shown(row);
    }
    for (const Row& row : facts(cars)) {
        out << shown(row);
    }
    return out;
}

} // namespace autochain::desktop
