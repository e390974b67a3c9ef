// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/drive_log.h"

#include <QFile>
#include <QStringList>

#include <algorithm>
#include <numeric>

static void initDriveResource() // outside of every namespace, as the macro wants it
{
    Q_INIT_RESOURCE(practice);
}

namespace autochain::practice
{
namespace
{
struct Column {
    const char* name;
    const char* unit;
    std::int64_t decimals;
};
// Names as the importer of logs gives them.
constexpr std::array<Column, 7> kColumns = {{{"engineRpm", "rpm", 0},
                                             {"vehicleSpeed", "km/h", 0},
                                             {"coolantTemperature", "°C", 0},
                                             {"shortTermFuelTrimBank1", "%", 1},
                                             {"longTermFuelTrimBank1", "%", 1},
                                             {"controlModuleVoltage", "V", 2},
                                             {"engineLoad", "%", 0}}};
constexpr std::size_t kCoolant = 2;
constexpr std::int64_t kHotC = 118;

void summarise(vehicle::ObdSignal& signal)
{
    const auto [least, most] = std::minmax_element(signal.values.begin(), signal.values.end());
    signal.min = *least;
    signal.max = *most;
    signal.mean = std::accumulate(signal.values.begin(), signal.values.end(), std::int64_t{0}) /
                  static_cast<std::int64_t>(signal.values.size());
    signal.sampleCount = static_cast<std::int64_t>(signal.values.size());
}
} // namespace

Result<DriveShape> readDriveShape()
{
    initDriveResource();
    QFile file(QStringLiteral(":/practice/drive.csv"));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error(PracticeError::IoError, {file.fileName().toStdString()});
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    DriveShape out;
    for (const QString& line : lines.mid(1)) {
        const QStringList fields = line.split(QLatin1Char(','));
        std::array<std::int64_t, 8> moment{};
        bool ok = fields.size() == static_cast<qsizetype>(moment.size());
        for (std::size_t i = 0; ok && i < moment.size(); ++i) {
            moment[i] = fields[static_cast<qsizetype>(i)].toLongLong(&ok);
        }
        if (!ok) {
            return Error(PracticeError::Broken, {"drive.csv"}, line.toStdString());
        }
        out.moments.push_back(moment);
    }
    return out.moments.empty() ? Result<DriveShape>(Error(PracticeError::Broken, {"drive.csv"})) : out;
}

vehicle::ObdSessionDetails driveLike(const DriveShape& shape, UnixTime startedAt, bool hot, RandomSource& random)
{
    vehicle::ObdSessionDetails out;
    out.startedAt = startedAt;
    out.device = "DriveLog ELM327";
    if (shape.moments.empty()) {
        return out;
    }
    const std::int64_t stretch = random.between(80, 140); // percent, of time
    std::array<std::int64_t, 7> shift{};
    shift[kCoolant] = random.between(-3, 4);
    shift[3] = random.between(-10, 10);
    shift[4] = random.between(-15, 15);
    shift[5] = random.between(-20, 40);
    for (std::size_t column = 0; column < kColumns.size(); ++column) {
        const bool scaled = column == 0 || column == 1;
        const std::int64_t percent = scaled ? random.between(92, 130) : 100;
        vehicle::ObdSignal signal;
        signal.name = kColumns[column].name;
        signal.unit = kColumns[column].unit;
        signal.decimals = kColumns[column].decimals;
        for (std::size_t i = 0; i < shape.moments.size(); ++i) {
            std::int64_t value = shape.moments[i][column + 1] * percent / 100 + shift[column];
            // Climbs towards the end, as where a thermostat stays closed.
            const auto late = static_cast<std::int64_t>(i * 30 / shape.moments.size());
            value += hot && column == kCoolant && late > 12 ? (late - 12) * 2 : 0;
            signal.atS.push_back(shape.moments[i][0] * stretch / 100);
            signal.values.push_back(value);
        }
        summarise(signal);
        out.series.push_back(std::move(signal));
    }
    out.durationS = out.series[1].atS.back();
    out.distanceM = out.series[1].mean * out.durationS * 10 / 36;
    if (out.series[kCoolant].max >= kHotC) {
        out.flags.push_back({"overheating", "coolantTemperature", out.series[kCoolant].max, 140});
    }
    return out;
}

} // namespace autochain::practice
