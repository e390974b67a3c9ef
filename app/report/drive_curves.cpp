// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/drive_curves.h"

#include "report/drive_words.h"

#include <algorithm>
#include <cmath>

namespace autochain::report
{
namespace
{
using vehicle::ConditionFlag;
using vehicle::ObdSessionDetails;
using vehicle::ObdSignal;

constexpr std::size_t kMostCurves = 6;
constexpr std::size_t kColumns = 3;
constexpr double kGap = 12;
constexpr double kHeight = 82;
constexpr double kHead = 22, kFoot = 11, kSide = 27;
constexpr std::int64_t kPause = 30;  // seconds without a value that are shown as such, where …
constexpr std::int64_t kTimes = 6;   // … they are also so many times the usual distance of two values
constexpr std::int64_t kShort = 180; // seconds; what lasted longer is counted in minutes

const Style kName{7.5, Face::Medium, ink::text};
const Style kFigures{6.5, Face::Regular, ink::quiet};

double realOf(std::int64_t value, const ObdSignal& signal)
{
    return static_cast<double>(value) / std::pow(10.0, static_cast<double>(signal.decimals));
}

// At most two of its decimals: nobody reads a coolant in thousandths.
QString scaled(std::int64_t value, const ObdSignal& signal, const Words& words)
{
    return words.real(realOf(value, signal), static_cast<int>(std::min<std::int64_t>(2, signal.decimals)));
}

QString withUnit(const QString& number, const ObdSignal& signal)
{
    return signal.unit.empty() ? number : number + QChar(0xA0) + qs(signal.unit);
}

QString figuresOf(const ObdSignal& signal, const Words& words)
{
    return tr("%1 to %2, mean %3")
        .arg(scaled(signal.min, signal, words), scaled(signal.max, signal, words), scaled(signal.mean, signal, words));
}

// A round step and the round numbers around least and most.
struct Scale {
    double low = 0, step = 1;
    int steps = 1, decimals = 0;
    double high() const { return low + step * steps; }
};

double roundStep(double atLeast)
{
    const double power = std::pow(10.0, std::floor(std::log10(atLeast)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (times * power >= atLeast) {
            return times * power;
        }
    }
    return 10 * power;
}

Scale scaleOf(double least, double most, double finest)
{
    Scale out;
    out.step = roundStep(std::max((most - least) / 3, finest));
    const double first = std::floor(least / out.step), last = std::ceil(most / out.step);
    out.low = first * out.step;
    out.steps = std::clamp(static_cast<int>(last - first), 1, 6);
    out.decimals = std::max(0, -static_cast<int>(std::floor(std::log10(out.step) + 1e-9)));
    return out;
}

// One signal, ready to be drawn anywhere.
struct Curve {
    QString name, figures, timeUnit;
    QStringList labels; // of the steps, from below
    std::vector<double> ticks;
    QStringList tickLabels;
    std::vector<QPolygonF> lines; // 0 … 1 both ways, y up
    std::vector<std::pair<double, double>> pauses;
    std::optional<double> zero;
    bool flagged = false;
};

struct Time {
    double from = 0, length = 1; // seconds
    double at(double seconds) const { return std::clamp((seconds - from) / length, 0.0, 1.0); }
};

void addTicks(Curve& curve, const Time& time, const Words& words)
{
    const bool seconds = time.length <= static_cast<double>(kShort);
    const double unit = seconds ? 1 : 60;
    const double step = std::max(1.0, roundStep(time.length / unit / 4));
    curve.timeUnit = seconds ? tr("s") : tr("min");
    for (double at = std::ceil(time.from / unit / step) * step; at * unit <= time.from + time.length; at += step) {
        curve.ticks.push_back(time.at(at * unit));
        curve.tickLabels.append(words.real(at, 0));
    }
}

void addValues(Curve& curve, const ObdSignal& signal, const Time& time, const Scale& scale)
{
    const std::size_t count = std::min(signal.atS.size(), signal.values.size());
    const std::int64_t usual = static_cast<std::int64_t>(time.length) / static_cast<std::int64_t>(count);
    const auto pause = static_cast<double>(std::max(kPause, kTimes * usual));
    double last = time.from;
    for (std::size_t i = 0; i < count; ++i) {
        const auto now = static_cast<double>(signal.atS[i]);
        const bool paused = now - last > pause;
        if (paused) {
            curve.pauses.emplace_back(time.at(last), time.at(now));
        }
        if (paused || curve.lines.empty()) {
            curve.lines.emplace_back();
        }
        const double y = (realOf(signal.values[i], signal) - scale.low) / (scale.high() - scale.low);
        curve.lines.back().append(QPointF(time.at(now), std::clamp(y, 0.0, 1.0)));
        last = now;
    }
    if (time.from + time.length - last > pause) {
        curve.pauses.emplace_back(time.at(last), 1.0);
    }
}

Curve curveOf(const ObdSignal& signal, const ObdSessionDetails& drive, double width, const Words& words)
{
    Curve out;
    out.flagged = std::any_of(drive.flags.begin(), drive.flags.end(),
                              [&](const ConditionFlag& flag) { return flag.signal == signal.name; });
    const QString name = signalName(signal.name);
    out.name = elided(kName, signal.unit.empty() ? name : name + QStringLiteral(", ") + qs(signal.unit),
                      width - (out.flagged ? 10 : 0));
    out.figures = elided(kFigures, figuresOf(signal, words), width);
    const auto [least, most] = std::minmax_element(signal.values.begin(), signal.values.end());
    const Scale scale = scaleOf(realOf(*least, signal), realOf(*most, signal), realOf(1, signal));
    for (int i = 0; i <= scale.steps; ++i) {
        out.labels.append(elided(kFigures, words.real(scale.low + scale.step * i, scale.decimals), kSide - 4));
    }
    if (scale.low < 0 && scale.high() > 0) {
        out.zero = -scale.low / (scale.high() - scale.low);
    }
    Time time;
    time.from = static_cast<double>(std::min<std::int64_t>(0, signal.atS.front()));
    time.length = static_cast<double>(std::max({std::int64_t{1}, drive.durationS, signal.atS.back()})) - time.from;
    addTicks(out, time, words);
    addValues(out, signal, time, scale);
    return out;
}

void drawAxes(Canvas& canvas, const Curve& curve, const QRectF& plot)
{
    const auto steps = static_cast<double>(curve.labels.size() - 1);
    for (qsizetype i = 0; i < curve.labels.size(); ++i) {
        const double y = plot.bottom() - plot.height() * static_cast<double>(i) / steps;
        canvas.line({plot.left(), y}, {plot.right(), y}, i == 0 ? ink::frame : ink::line, 0.5);
        canvas.text(plot.left() - 3, y + 2.2, curve.labels[i], kFigures, Align::Right);
    }
    if (curve.zero) {
        const double y = plot.bottom() - plot.height() * *curve.zero;
        canvas.line({plot.left(), y}, {plot.right(), y}, ink::frame, 0.5);
    }
    const double baseline = plot.bottom() + 9;
    canvas.text(plot.right(), baseline, curve.timeUnit, kFigures, Align::Right);
    const double free = plot.right() - widthOf(kFigures, curve.timeUnit) - 3;
    for (std::size_t i = 0; i < curve.ticks.size(); ++i) {
        const double x = plot.left() + plot.width() * curve.ticks[i];
        const QString& label = curve.tickLabels[static_cast<qsizetype>(i)];
        canvas.line({x, plot.bottom()}, {x, plot.bottom() + 2}, ink::frame, 0.5);
        if (x + widthOf(kFigures, label) / 2 < free) {
            canvas.text(x, baseline, label, kFigures, Align::Center);
        }
    }
}

void drawCurve(Canvas& canvas, const Curve& curve, const QRectF& area)
{
    if (curve.flagged) {
        canvas.mark(QStringLiteral("attention"), {area.x(), area.y() + 1.5, 7.5, 7.5});
    }
    canvas.text(area.x() + (curve.flagged ? 10 : 0), area.y() + 8, curve.name,
                {kName.size, kName.face, curve.flagged ? ink::attention : ink::text});
    canvas.text(area.x(), area.y() + 16.5, curve.figures, kFigures);
    const QRectF plot = area.adjusted(kSide, kHead, 0, -kFoot);
    for (const auto& [from, to] : curve.pauses) {
        canvas.hatched({plot.left() + plot.width() * from, plot.top(), plot.width() * (to - from), plot.height()});
    }
    drawAxes(canvas, curve, plot);
    const QColor color = curve.flagged ? ink::attention : ink::accent;
    for (const QPolygonF& line : curve.lines) {
        QPolygonF placed;
        for (const QPointF& at : line) {
            placed.append(QPointF(plot.left() + plot.width() * at.x(), plot.bottom() - plot.height() * at.y()));
        }
        if (placed.size() == 1) {
            canvas.disc(placed.front(), 1, color); // one value between two pauses
        } else {
            canvas.polyline(placed, color, 0.9);
        }
    }
}
} // namespace

DriveParts partsOf(const ObdSessionDetails& drive, bool curves)
{
    DriveParts out;
    std::vector<const ObdSignal*> sorted;
    for (const ObdSignal& signal : drive.series) {
        sorted.push_back(&signal);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const ObdSignal* a, const ObdSignal* b) {
        return signalPlace(a->name) < signalPlace(b->name);
    });
    for (const ObdSignal* signal : sorted) {
        const bool drawn = curves && out.curves.size() < kMostCurves && signal->values.size() > 1 &&
                           signal->atS.size() == signal->values.size();
        (drawn ? out.curves : out.figures).push_back(signal);
    }
    return out;
}

QStringList driveLines(const ObdSessionDetails& drive, const DriveParts& parts, const Words& words)
{
    QStringList out, facts;
    if (drive.startedAt) {
        facts.append(tr("begun %1").arg(words.moment(*drive.startedAt)));
    }
    if (drive.durationS > 0) {
        facts.append(drive.durationS < kShort ? tr("%1 s").arg(words.count(drive.durationS))
                                              : tr("%1 min").arg(words.count((drive.durationS + 30) / 60)));
    }
    if (drive.distanceM > 0) {
        facts.append(words.km((drive.distanceM + 500) / 1000));
    }
    if (drive.trips > 1) {
        facts.append(tr("%1 trips").arg(words.count(drive.trips)));
    }
    if (!facts.isEmpty()) {
        out.append(tr("Drive: %1").arg(facts.join(QStringLiteral(", "))));
    }
    if (!drive.device.empty()) {
        out.append(tr("Recorded by: %1").arg(qs(drive.device)));
    }
    QStringList figures;
    for (const ObdSignal* signal : parts.figures) {
        figures.append(signalName(signal->name) + QStringLiteral(": ") + withUnit(figuresOf(*signal, words), *signal));
    }
    if (!figures.isEmpty()) {
        out.append((parts.curves.empty() ? tr("Measured: %1") : tr("Measured as well: %1"))
                       .arg(figures.join(QStringLiteral("; "))));
    }
    return out;
}

QStringList driveFlags(const ObdSessionDetails& drive, const Words& words)
{
    QStringList out;
    for (const ConditionFlag& flag : drive.flags) {
        QString text = flagName(flag.code);
        const auto signal = std::find_if(drive.series.begin(), drive.series.end(),
                                         [&](const ObdSignal& s) { return s.name == flag.signal; });
        if (signal != drive.series.end()) {
            text += QStringLiteral(": ") + signalName(signal->name) + QLatin1Char(' ') +
                    withUnit(scaled(flag.value, *signal, words), *signal);
        }
        out.append(flag.durationS > 0 ? tr("%1, for %2 s").arg(text, words.count(flag.durationS)) : text);
    }
    return out;
}

void addCurves(Flow& flow, const ObdSessionDetails& drive, const DriveParts& parts, const Words& words, double indent)
{
    const double width = (flow.page().width() - indent - kGap * (kColumns - 1)) / kColumns;
    for (std::size_t from = 0; from < parts.curves.size(); from += kColumns) {
        std::vector<Curve> row;
        for (std::size_t i = from; i < std::min(parts.curves.size(), from + kColumns); ++i) {
            row.push_back(curveOf(*parts.curves[i], drive, width, words));
        }
        flow.add({kHeight + 6,
                  [=](Canvas& canvas, double x, double y) {
                      for (std::size_t i = 0; i < row.size(); ++i) {
                          drawCurve(canvas, row[i],
                                    {x + indent + static_cast<double>(i) * (width + kGap), y + 2, width, kHeight});
                      }
                  },
                  from + kColumns < parts.curves.size()});
    }
}

} // namespace autochain::report
