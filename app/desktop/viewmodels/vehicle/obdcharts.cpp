// SPDX-License-Identifier: GPL-3.0-or-later
#include "obdcharts.h"

#include "report/drive_words.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointF>

#include <algorithm>
#include <cmath>
#include <set>

namespace autochain::desktop
{

namespace
{
using namespace vehicle;

QString tr(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}

// A scaled integer as the locale writes it: 13 425 with 3 decimals is "13.425", shown with at most one decimal.
QString scaled(std::int64_t value, std::int64_t decimals, const QString& unit)
{
    const double real = static_cast<double>(value) / std::pow(10.0, static_cast<double>(decimals));
    const bool fine = decimals > 0 && std::abs(real) < 100;
    const QString number = QLocale().toString(real, 'f', fine ? 1 : 0);
    return unit.isEmpty() ? number : tr("%1 %2").arg(number, unit);
}

QVariantMap chartOf(const ObdSignal& signal, const ObdSessionDetails& session)
{
    const std::int64_t span = std::max<std::int64_t>(1, signal.max - signal.min);
    const std::int64_t lasted =
        std::max<std::int64_t>({1, session.durationS, signal.atS.empty() ? std::int64_t{0} : signal.atS.back()});
    QVariantList points;
    for (std::size_t i = 0; i < std::min(signal.atS.size(), signal.values.size()); ++i) {
        const double x = static_cast<double>(signal.atS[i]) / static_cast<double>(lasted);
        const double y = static_cast<double>(signal.values[i] - signal.min) / static_cast<double>(span);
        points << QPointF(std::clamp(x, 0.0, 1.0), std::clamp(y, 0.0, 1.0));
    }
    const QString unit = QString::fromStdString(signal.unit);
    const QString name = report::signalName(signal.name);
    const QString least = scaled(signal.min, signal.decimals, {});
    const QString most = scaled(signal.max, signal.decimals, {});
    const QString mean = scaled(signal.mean, signal.decimals, unit);
    const bool flagged = std::any_of(session.flags.begin(), session.flags.end(),
                                     [&](const ConditionFlag& flag) { return flag.signal == signal.name; });
    return {{QStringLiteral("name"), name},
            {QStringLiteral("unit"), unit},
            {QStringLiteral("least"), least},
            {QStringLiteral("mean"), mean},
            {QStringLiteral("most"), most},
            {QStringLiteral("points"), points},
            {QStringLiteral("flagged"), flagged},
            {QStringLiteral("spoken"), tr("%1: between %2 and %3, on average %4").arg(name, least, most, mean)}};
}

QVariantMap flagRow(const ConditionFlag& flag, const ObdSessionDetails& session)
{
    QString text = report::flagName(flag.code);
    const auto signal = std::find_if(session.series.begin(), session.series.end(),
                                     [&](const ObdSignal& s) { return s.name == flag.signal; });
    if (signal != session.series.end()) {
        text = tr("%1: %2").arg(text, scaled(flag.value, signal->decimals, QString::fromStdString(signal->unit)));
    }
    if (flag.durationS > 0) {
        text = tr("%1, for %2 s").arg(text).arg(flag.durationS);
    }
    return {{QStringLiteral("text"), text}, {QStringLiteral("status"), QStringLiteral("attention")}};
}

QString sessionText(const Record& record, const ObdSessionDetails& session)
{
    QStringList parts{recordDate(session.startedAt.value_or(record.time)),
                      tr("%1 min").arg((session.durationS + 30) / 60)};
    if (session.distanceM > 0) {
        parts << format::distanceDriven(static_cast<std::uint64_t>(session.distanceM));
    }
    return parts.join(QStringLiteral(", "));
}

QVariantMap codeRow(const TroubleCode& code, const Record& record, const QString& text, const char* status)
{
    return {{QStringLiteral("code"), QString::fromStdString(code.code)},
            {QStringLiteral("meaning"),
             code.meaning.empty() ? tr("meaning not recorded") : QString::fromStdString(code.meaning)},
            {QStringLiteral("text"), text},
            {QStringLiteral("status"), QLatin1String(status)},
            {QStringLiteral("record"), static_cast<int>(record.index)}};
}
} // namespace

QVariantList obdSessions(std::span<const Record> records)
{
    QVariantList out;
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        if (const auto* session = record->content.detailsAs<ObdSessionDetails>()) {
            out << QVariantMap{{QStringLiteral("text"), sessionText(*record, *session)},
                               {QStringLiteral("record"), static_cast<int>(record->index)}};
        }
    }
    return out;
}

QVariantMap obdCharts(const Record& record)
{
    const auto* session = record.content.detailsAs<ObdSessionDetails>();
    if (session == nullptr) {
        return {};
    }
    std::vector<const ObdSignal*> signals_;
    for (const ObdSignal& signal : session->series) {
        signals_.push_back(&signal);
    }
    std::stable_sort(signals_.begin(), signals_.end(), [](const ObdSignal* a, const ObdSignal* b) {
        return report::signalPlace(a->name) < report::signalPlace(b->name);
    });
    QVariantList charts, flags;
    for (const ObdSignal* signal : signals_) {
        charts << chartOf(*signal, *session);
    }
    for (const ConditionFlag& flag : session->flags) {
        flags << flagRow(flag, *session);
    }
    return {{QStringLiteral("title"), sessionText(record, *session)},
            {QStringLiteral("device"), QString::fromStdString(session->device)},
            {QStringLiteral("charts"), charts},
            {QStringLiteral("flags"), flags}};
}

QVariantList troubleCodes(std::span<const Record> records)
{
    QVariantList now, gone;
    std::set<std::string> seen;
    bool newest = true;
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        const auto* read = record->content.detailsAs<TroubleCodesDetails>();
        if (read == nullptr) {
            continue;
        }
        const QString date = recordDate(record->time);
        for (const TroubleCode& code : read->codes) {
            if (!seen.insert(code.code).second) {
                continue;
            }
            if (newest && !read->cleared) {
                now << codeRow(code, *record, tr("read %1").arg(date), read->milOn ? "problem" : "attention");
            } else {
                gone << codeRow(code, *record,
                                newest ? tr("read and cleared %1").arg(date) : tr("last read %1").arg(date), "clean");
            }
        }
        newest = false;
    }
    return now + gone;
}

} // namespace autochain::desktop
