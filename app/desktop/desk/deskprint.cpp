// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskprint.h"

#include "desk/desklook.h"
#include "viewmodels/base/format.h"
#include "viewmodels/desk/deskwords.h"

#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>

#include <numeric>

namespace autochain::desktop
{
namespace
{
constexpr double kRowMm = 4.6;
constexpr double kHeadMm = 14;

QString tr(const char* text)
{
    return QCoreApplication::translate("deskprint", text);
}

QFont fontOf(int points, bool bold)
{
    QFont font;
    font.setFamilies({QStringLiteral("AutoChain Inter"), QStringLiteral("sans-serif")});
    font.setPointSizeF(points);
    font.setBold(bold);
    return font;
}

int weightOf(dealer::Column column)
{
    return column == dealer::Column::Car    ? 26
           : column == dealer::Column::Vin  ? 22
           : column == dealer::Column::Note ? 26
                                            : 11;
}

struct Page {
    QPainter painter;
    double millimetre = 1;
    double width = 0, height = 0;
    std::vector<double> edges; // of the columns, in device units

    void line(double y, const std::vector<QString>& cells, const QFont& font)
    {
        painter.setFont(font);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const QRectF box(edges[i], y, edges[i + 1] - edges[i] - millimetre, kRowMm * millimetre);
            painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                             painter.fontMetrics().elidedText(cells[i], Qt::ElideRight, static_cast<int>(box.width())));
        }
    }
};
} // namespace

int printCars(QPagedPaintDevice& device, const dealer::Table& table, const std::vector<std::uint32_t>& rows,
              const std::vector<dealer::Column>& columns, const QString& title, UnixTime now)
{
    std::vector<dealer::Column> shown = columns;
    if (std::find(shown.begin(), shown.end(), dealer::Column::Checked) == shown.end()) {
        shown.push_back(dealer::Column::Checked); // paper is old soon: it says how old what it says is
    }
    device.setPageOrientation(QPageLayout::Landscape);
    Page page;
    if (!page.painter.begin(&device)) {
        return 0;
    }
    page.millimetre = page.painter.device()->logicalDpiX() / 25.4;
    page.width = page.painter.device()->width();
    page.height = page.painter.device()->height();
    const int weights =
        std::accumulate(shown.begin(), shown.end(), 0, [](int sum, dealer::Column c) { return sum + weightOf(c); });
    page.edges = {0};
    for (const dealer::Column column : shown) {
        page.edges.push_back(page.edges.back() + page.width * weightOf(column) / weights);
    }
    const int perPage = std::max(1, static_cast<int>((page.height / page.millimetre - kHeadMm) / kRowMm) - 1);
    const int pages = std::max(1, (static_cast<int>(rows.size()) + perPage - 1) / perPage);
    for (int number = 0; number < pages; ++number) {
        if (number > 0) {
            device.newPage();
        }
        page.painter.setFont(fontOf(11, true));
        page.painter.drawText(QRectF(0, 0, page.width, 6 * page.millimetre), Qt::AlignLeft, title);
        page.painter.setFont(fontOf(8, false));
        page.painter.drawText(QRectF(0, 0, page.width, 6 * page.millimetre), Qt::AlignRight,
                              tr("%1 · page %2 of %3").arg(format::dateTime(now)).arg(number + 1).arg(pages));
        std::vector<QString> cells;
        std::transform(shown.begin(), shown.end(), std::back_inserter(cells), deskwords::head);
        page.line(8 * page.millimetre, cells, fontOf(8, true));
        double y = kHeadMm * page.millimetre;
        page.painter.drawLine(QPointF(0, y - page.millimetre), QPointF(page.width, y - page.millimetre));
        const std::size_t first = static_cast<std::size_t>(number) * static_cast<std::size_t>(perPage);
        for (std::size_t i = first; i < std::min(rows.size(), first + static_cast<std::size_t>(perPage)); ++i) {
            cells.clear();
            for (const dealer::Column column : shown) {
                cells.push_back(deskwords::cell(table.at(rows[i]), column, now));
            }
            page.line(y, cells, fontOf(7, false));
            y += kRowMm * page.millimetre;
        }
    }
    return page.painter.end() ? pages : 0;
}

} // namespace autochain::desktop
