// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import AutoChain.Controls
import AutoChain.Theme

/// A car unfolded: right side above, left side below, front at the left. Panels that were hit are shaded by how hard and
/// carry the numbers of the list under the map; what nobody looked at is hatched.
Item {
    id: map

    /// panel -> { severity, numbers, open } (bodymap.h).
    property var hits: ({})
    property bool nobodyLooked: false

    readonly property real unit: width / 240
    readonly property var shapes: [
        { id: "rightFrontWing", path: "M16 14 Q18 10 24 10 L30 10 Q34 3 42 3 Q52 3 54 12 L66 12 L66 38 L18 38 Q14 26 16 14 Z", x: 40, y: 27 },
        { id: "rightFrontDoor", path: "M70 10 L116 10 L116 38 L70 38 Z", x: 93, y: 24 },
        { id: "rightRearDoor", path: "M120 10 L164 10 L168 38 L120 38 Z", x: 142, y: 24 },
        { id: "rightRearWing", path: "M168 10 L178 10 Q182 3 190 3 Q200 3 202 12 L212 12 Q216 26 212 38 L172 38 Z", x: 192, y: 27 },
        { id: "frontBumper", path: "M4 52 Q0 72 4 92 L12 90 L12 54 Z", x: 8, y: 72 },
        { id: "bonnet", path: "M18 50 Q40 46 64 48 L64 96 Q40 98 18 94 Z", x: 42, y: 72 },
        { id: "windscreen", path: "M68 47 L84 52 L84 92 L68 97 Z", x: 76, y: 72 },
        { id: "roof", path: "M89 52 L150 52 L150 92 L89 92 Z", x: 120, y: 72 },
        { id: "rearWindow", path: "M155 52 L171 48 L171 96 L155 92 Z", x: 163, y: 72 },
        { id: "boot", path: "M176 48 Q194 46 208 50 L208 94 Q194 98 176 96 Z", x: 192, y: 72 },
        { id: "rearBumper", path: "M214 54 L222 52 Q227 72 222 92 L214 90 Z", x: 219, y: 72 },
        { id: "leftFrontWing", path: "M16 130 Q18 134 24 134 L30 134 Q34 141 42 141 Q52 141 54 132 L66 132 L66 106 L18 106 Q14 118 16 130 Z", x: 40, y: 118 },
        { id: "leftFrontDoor", path: "M70 134 L116 134 L116 106 L70 106 Z", x: 93, y: 120 },
        { id: "leftRearDoor", path: "M120 134 L164 134 L168 106 L120 106 Z", x: 142, y: 120 },
        { id: "leftRearWing", path: "M168 134 L178 134 Q182 141 190 141 Q200 141 202 132 L212 132 Q216 118 212 106 L172 106 Z", x: 192, y: 118 }
    ]
    readonly property var wheels: [{ x: 42, y: 13 }, { x: 190, y: 13 }, { x: 42, y: 131 }, { x: 190, y: 131 }]

    function shade(severity: int): color {
        return severity === 1 ? Theme.attentionTint : severity === 2 ? Theme.mix(Theme.attentionTint, Theme.attention, 0.35) : Theme.mix(Theme.problemTint, Theme.problem, 0.45)
    }

    implicitHeight: 146 * unit
    Accessible.role: Accessible.Graphic
    Accessible.name: nobodyLooked ? qsTr("Map of the body: no data") : Object.keys(hits).length === 0 ? qsTr("Map of the body: nothing recorded") : qsTr("Map of the body: the list below says where")

    Hatch { anchors.fill: parent; visible: map.nobodyLooked }
    Item { // front is left
        x: 6 * map.unit
        width: 228 * map.unit
        height: parent.height
        Repeater {
            model: map.shapes
            delegate: Item {
                id: panel
                required property var modelData
                readonly property var hit: map.hits[modelData.id] ?? null
                Shape {
                    width: 228
                    height: 146
                    transformOrigin: Item.TopLeft
                    scale: map.unit
                    ShapePath {
                        fillColor: panel.hit ? map.shade(panel.hit.severity) : map.nobodyLooked ? Theme.none : Theme.surface
                        strokeColor: panel.hit ? (panel.hit.severity > 2 ? Theme.problem : Theme.attention) : Theme.borderControl
                        strokeWidth: (panel.hit ? 1.6 : 1) * Math.max(1, Theme.hairline) / Math.max(0.1, map.unit)
                        joinStyle: ShapePath.RoundJoin
                        PathSvg { path: panel.modelData.path }
                    }
                }
            }
        }
        Repeater {
            model: map.wheels
            delegate: Rectangle {
                required property var modelData
                width: 19 * map.unit
                height: width
                radius: width / 2
                x: modelData.x * map.unit - width / 2
                y: modelData.y * map.unit - height / 2
                color: Theme.surface
                border.color: Theme.borderControl
                border.width: Theme.hairline
                Rectangle { anchors.centerIn: parent; width: parent.width * 0.55; height: width; radius: width / 2; color: Theme.none; border.color: Theme.borderControl; border.width: Theme.hairline }
            }
        }
        Repeater {
            model: map.shapes.filter(shape => map.hits[shape.id] !== undefined)
            delegate: Rectangle {
                required property var modelData
                readonly property var hit: map.hits[modelData.id]
                width: Math.max(height, number.implicitWidth + Theme.space8)
                height: Theme.space16
                radius: height / 2
                x: modelData.x * map.unit - width / 2
                y: modelData.y * map.unit - height / 2
                color: hit.severity > 2 ? Theme.problem : Theme.attention
                Label { id: number; anchors.centerIn: parent; text: parent.hit.numbers; type: Theme.captionStrong; color: Theme.surface; Accessible.ignored: true }
            }
        }
    }
}
