// SPDX-License-Identifier: GPL-3.0-or-later
// A car from above, its front to the left; zones hit are tinted and carry the numbers of their accidents.
#include "report/sections.h"

#include <array>
#include <map>

namespace autochain::report
{
namespace
{
using vehicle::BodyZone;

struct ZoneShape {
    BodyZone zone;
    double x, y, width, height; // shares of the map
};
// Left in driving direction is below, as seen from above with the front to the left.
constexpr std::array kShapes = {
    ZoneShape{BodyZone::Front, 0.00, 0.30, 0.10, 0.40},     ZoneShape{BodyZone::FrontRight, 0.00, 0.04, 0.26, 0.26},
    ZoneShape{BodyZone::FrontLeft, 0.00, 0.70, 0.26, 0.26}, ZoneShape{BodyZone::Right, 0.26, 0.04, 0.46, 0.18},
    ZoneShape{BodyZone::Left, 0.26, 0.78, 0.46, 0.18},      ZoneShape{BodyZone::RearRight, 0.72, 0.04, 0.28, 0.26},
    ZoneShape{BodyZone::RearLeft, 0.72, 0.70, 0.28, 0.26},  ZoneShape{BodyZone::Rear, 0.90, 0.30, 0.10, 0.40},
    ZoneShape{BodyZone::Roof, 0.36, 0.30, 0.30, 0.40}};
constexpr double kFoot = 22; // for what cannot be seen from above

void badge(Canvas& canvas, QPointF center, const QString& numbers)
{
    const Style style{6.5, Face::Strong, ink::white};
    const double width = std::max(10.0, widthOf(style, numbers) + 5);
    canvas.fill({center.x() - width / 2, center.y() - 5, width, 10}, ink::attention, 5);
    canvas.text(center.x(), center.y() + 2.4, numbers, style, Align::Center);
}
} // namespace

void drawBodyMap(Canvas& canvas, const std::vector<vehicle::AccidentEntry>& accidents, bool looked, const QRectF& area)
{
    std::map<BodyZone, QStringList> hits;
    for (std::size_t i = 0; i < accidents.size(); ++i) {
        for (const BodyZone zone : accidents[i].zones) {
            hits[zone].append(QString::number(i + 1));
        }
    }
    const QRectF map = area.adjusted(0, 0, 0, -kFoot);
    const bool noData = accidents.empty() && !looked;
    if (noData) {
        canvas.hatched(map.adjusted(0, map.height() * 0.04, 0, -map.height() * 0.04));
    }
    for (const ZoneShape& shape : kShapes) {
        const QRectF zone(map.x() + shape.x * map.width(), map.y() + shape.y * map.height(), shape.width * map.width(),
                          shape.height * map.height());
        const auto hit = hits.find(shape.zone);
        const bool is = hit != hits.end();
        if (is) {
            canvas.fill(zone, ink::attentionTint, 4);
        }
        canvas.outline(zone, is ? ink::attention : ink::frame, is ? 1.2 : 0.6, 4, noData);
        if (is) {
            const QStringList numbers = hit->second.mid(0, 4);
            badge(canvas, zone.center(),
                  numbers.join(QLatin1Char(' ')) + (hit->second.size() > 4 ? QStringLiteral("…") : QString()));
        }
    }
    canvas.line({map.x() + 0.26 * map.width(), map.y() + 0.30 * map.height()},
                {map.x() + 0.36 * map.width(), map.y() + 0.34 * map.height()}, ink::frame);
    canvas.line({map.x() + 0.26 * map.width(), map.y() + 0.70 * map.height()},
                {map.x() + 0.36 * map.width(), map.y() + 0.66 * map.height()}, ink::frame);
    const Style small{7, Face::Regular, ink::quiet};
    double x = area.x();
    for (const BodyZone zone : {BodyZone::Underbody, BodyZone::Interior}) {
        const QRectF box(x, map.bottom() + 8, area.width() / 2 - 6, 13);
        const auto hit = hits.find(zone);
        if (hit != hits.end()) {
            canvas.fill(box, ink::attentionTint, 3);
            badge(canvas, {box.right() - 12, box.center().y()}, hit->second.mid(0, 3).join(QLatin1Char(' ')));
        } else if (noData) {
            canvas.hatched(box);
        }
        canvas.outline(box, hit != hits.end() ? ink::attention : ink::frame, 0.6, 3, noData);
        canvas.fill({box.x() + 4, box.y() + 2, widthOf(small, zoneWord(zone)) + 4, 9},
                    hit != hits.end() ? ink::attentionTint : ink::white);
        canvas.text(box.x() + 6, box.y() + 9, zoneWord(zone), small);
        x += area.width() / 2 + 6;
    }
    canvas.text(map.x() + 0.18 * map.width(), map.center().y() + 2, tr("front"), small, Align::Center);
}

} // namespace autochain::report
