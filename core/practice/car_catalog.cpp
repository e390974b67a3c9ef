// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/car_catalog.h"

#include <QFile>
#include <QStringList>

static void initCatalogResource() // outside of every namespace, as the macro wants it
{
    Q_INIT_RESOURCE(practice);
}

namespace autochain::practice
{
namespace
{
constexpr int kColumns = 13;
constexpr const char* kFile = "cars.csv";

// No field of ours holds a comma or quotes.
Result<CatalogCar> carOf(const QStringList& f)
{
    CatalogCar car;
    bool okYear = false;
    bool okKm = false;
    bool okPrice = false;
    if (f.size() == kColumns) {
        const auto text = [&](int i) { return f[i].toStdString(); };
        car = {text(0),
               text(1),
               text(2),
               text(3),
               f[4].toInt(&okYear),
               f[5].toUInt(&okKm),
               f[6].toULongLong(&okPrice),
               text(7),
               text(8),
               text(9),
               text(10),
               text(11)};
    }
    if (!okYear || !okKm || !okPrice || car.vin.size() != 17) {
        return Error(PracticeError::Broken, {kFile}, f.join(QLatin1Char(',')).toStdString());
    }
    return car;
}
} // namespace

std::string CatalogCar::title() const
{
    const std::string name = model.starts_with(make) ? model : make + " " + model;
    return trim.empty() ? name : name + " " + trim;
}

Result<std::vector<CatalogCar>> parseCatalog(std::string_view csv)
{
    const QString text = QString::fromUtf8(csv.data(), static_cast<qsizetype>(csv.size()));
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    std::vector<CatalogCar> cars;
    for (const QString& line : lines.mid(1)) {
        AC_TRY(CatalogCar car, carOf(line.split(QLatin1Char(','))));
        cars.push_back(std::move(car));
    }
    if (cars.empty() || cars.front().vin != kBobsVin) {
        return Error(PracticeError::Broken, {kFile});
    }
    return cars;
}

Result<std::vector<CatalogCar>> readCatalog()
{
    initCatalogResource();
    QFile file(QStringLiteral(":/practice/cars.csv"));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error(PracticeError::IoError, {file.fileName().toStdString()});
    }
    return parseCatalog(file.readAll().toStdString());
}

} // namespace autochain::practice
