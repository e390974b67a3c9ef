// SPDX-License-Identifier: GPL-3.0-or-later
// Readings over time. What is proven to have been read is a line, a gap is hatched, a step down is red with its shape
// and its figures.
#include "report/sections.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace autochain::report
{
namespace
{
constexpr std::size_t kMostDots = 150;
constexpr int kMostLabels = 3; // rollbacks written out

int yearOf(UnixTime time)
{
    return QDateTime::fromSecsSinceEpoch(time, Qt::UTC).date().year();
}

UnixTime startOf(int year)
{
    return QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
}

std::uint64_t stepFor(std::uint64_t most)
{
    for (const std::uint64_t step : {5'000U, 10'000U, 20'000U, 50'000U, 100'000U, 200'000U, 500'000U, 1'000'000U}) {
        if (most <= 4 * step) {
            return step;
        }
    }
    return std::max<std::uint64_t>(2'000'000, most / 4);
}

class Chart
{
public:
    Chart(Canvas& canvas, const Book& book, const QRectF& area);
    void draw();

private:
    double x(UnixTime time) const
    {
        return m_plot.left() +
               m_plot.width() * static_cast<double>(time - m_from) / static_cast<double>(m_until - m_from);
    }
    double y(std::uint64_t km) const
    {
        return m_plot.bottom() - m_plot.height() * static_cast<double>(km) / static_cast<double>(m_top);
    }
    QPointF at(const vehicle::Reading& reading) const { return {x(reading.time), y(reading.km)}; }
    void grid();
    void gaps();
    void lines();
    void rollbacks();
    void label(QPointF at, std::uint32_t km, UnixTime time, Align align);
    void legend();

    Canvas& m_canvas;
    const Book& m_book;
    const vehicle::OdometerAnalysis& m_odometer;
    QRectF m_area, m_plot;
    UnixTime m_from = 0, m_until = 1;
    std::uint64_t m_step = 5'000, m_top = 20'000;
};

const Style kAxis{7.5, Face::Regular, ink::quiet};

Chart::Chart(Canvas& canvas, const Book& book, const QRectF& area)
    : m_canvas(canvas), m_book(book), m_odometer(book.assessment.odometer), m_area(area),
      m_plot(area.adjusted(46, 20, -8, -16))
{
    std::uint64_t most = 1'000;
    for (const auto& reading : m_odometer.readings) {
        most = std::max<std::uint64_t>(most, reading.km);
    }
    m_step = stepFor(most);
    m_top = (most / m_step + 1) * m_step;
    m_from = startOf(yearOf(m_odometer.readings.front().time));
    m_until = std::max({book.options.drawnAt, m_odometer.readings.back().time, m_from + 86'400});
}

void Chart::grid()
{
    for (std::uint64_t km = 0; km < m_top; km += m_step) {
        m_canvas.line({m_plot.left(), y(km)}, {m_plot.right(), y(km)}, km == 0 ? ink::frame : ink::line, 0.5);
        m_canvas.text(m_plot.left() - 6, y(km) + 2.6, m_book.words.count(static_cast<std::int64_t>(km)), kAxis,
                      Align::Right);
    }
    const int first = yearOf(m_from), last = yearOf(m_until);
    const int every = std::max(1, (last - first + 8) / 8);
    for (int year = first; year <= last; year += every) {
        const double left = x(startOf(year));
        m_canvas.line({left, m_plot.bottom()}, {left, m_plot.bottom() + 3}, ink::frame, 0.5);
        if (left < m_plot.right() - 14) {
            m_canvas.text(left, m_plot.bottom() + 12, QString::number(year), kAxis,
                          year == first ? Align::Left : Align::Center);
        }
    }
}

void Chart::gaps()
{
    for (const auto& gap : m_odometer.gaps) {
        const QRectF area(x(gap.from), m_plot.top(), x(gap.to) - x(gap.from), m_plot.height());
        m_canvas.hatched(area);
        const QString words = tr("no reading, %1 months").arg(gap.months);
        const Style style{7.5, Face::Medium, ink::noData};
        if (area.width() > 44) {
            const QStringList lines = linesOf(style, words, area.width() - 6);
            // Where the line is not.
            const bool high = std::any_of(m_odometer.readings.begin(), m_odometer.readings.end(),
                                          [&](const auto& r) { return r.time == gap.to && r.km > m_top / 2; });
            double top = high ? area.bottom() - 4 - 10.0 * static_cast<double>(lines.size()) : area.top() + 4;
            for (const QString& line : lines) {
                const double width = widthOf(style, line) + 4;
                m_canvas.fill({area.center().x() - width / 2, top, width, 10}, ink::white);
                m_canvas.text(area.center().x(), top + 7.6, line, style, Align::Center);
                top += 10;
            }
        }
    }
}

void Chart::lines()
{
    const auto& all = m_odometer.readings;
    for (std::size_t i = 1; i < all.size(); ++i) {
        const bool down = all[i].km < all[i - 1].km;
        const bool gap = std::any_of(m_odometer.gaps.begin(), m_odometer.gaps.end(),
                                     [&](const auto& g) { return g.from >= all[i - 1].time && g.to <= all[i].time; });
        m_canvas.line(at(all[i - 1]), at(all[i]), down ? ink::problem : ink::accent, 1.3, down || gap);
    }
    if (all.size() <= kMostDots) {
        for (const auto& reading : all) {
            m_canvas.disc(at(reading), 2.1, reading.witnessed ? ink::accent : ink::white, ink::accent, 1);
        }
    }
}

void Chart::label(QPointF at, std::uint32_t km, UnixTime time, Align align)
{
    const Style style{7.5, Face::Strong, ink::problem};
    const QString words = m_book.words.km(km) + QStringLiteral(", ") + m_book.words.month(time);
    const double width = widthOf(style, words) + 4;
    m_canvas.fill({align == Align::Left ? at.x() - 2 : at.x() - width + 2, at.y() - 7.5, width, 10}, ink::white);
    m_canvas.text(at.x(), at.y(), words, style, align);
}

void Chart::rollbacks()
{
    std::vector<vehicle::Rollback> largest = m_odometer.rollbacks;
    std::stable_sort(largest.begin(), largest.end(),
                     [](const auto& a, const auto& b) { return a.lostKm() > b.lostKm(); });
    int written = 0;
    for (const auto& step : largest) {
        const QPointF high(x(step.fromTime), y(step.fromKm)), low(x(step.toTime), y(step.toKm));
        m_canvas.mark(QStringLiteral("problem"), {high.x() - 5, high.y() - 5, 10, 10});
        if (written++ < kMostLabels) {
            const bool right = high.x() < m_plot.center().x();
            label({high.x() + (right ? 8 : -8), high.y() + 2}, step.fromKm, step.fromTime,
                  right ? Align::Left : Align::Right);
            const bool room = low.x() < m_plot.right() - 90;
            label({low.x() + (room ? 6 : 0), low.y() + 10}, step.toKm, step.toTime, room ? Align::Left : Align::Right);
        }
    }
}

void Chart::legend()
{
    double x = m_area.left();
    const double y = m_area.top() + 8;
    const auto entry = [&](const QString& words) {
        m_canvas.text(x + 12, y, words, kAxis);
        x += 24 + widthOf(kAxis, words);
    };
    m_canvas.disc({x + 5, y - 2.6}, 2.1, ink::accent, ink::accent, 1);
    entry(tr("read by somebody with a role"));
    m_canvas.disc({x + 5, y - 2.6}, 2.1, ink::white, ink::accent, 1);
    entry(tr("owner’s own reading"));
    m_canvas.mark(QStringLiteral("problem"), {x + 1, y - 7, 8, 8});
    entry(tr("lower afterwards"));
    m_canvas.hatched({x + 1, y - 7, 8, 8});
    entry(tr("nobody read it"));
}

void Chart::draw()
{
    grid();
    gaps();
    lines();
    rollbacks();
    legend();
}
} // namespace

void drawOdometer(Canvas& canvas, const Book& book, const QRectF& area)
{
    if (book.assessment.odometer.readings.empty()) {
        canvas.hatched(area);
        const Style style{9, Face::Medium, ink::noData};
        const QString words = tr("No data: nobody has read the odometer. That is not “clean”.");
        const double width = widthOf(style, words) + 12;
        canvas.fill({area.center().x() - width / 2, area.center().y() - 9, width, 17}, ink::white);
        canvas.text(area.center().x(), area.center().y() + 3, words, style, Align::Center);
        return;
    }
    Chart(canvas, book, area).draw();
}

} // namespace autochain::report
