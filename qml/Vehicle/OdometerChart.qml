// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Readings over time. Gaps are hatched, a step down is marked with both figures. Read by a screen reader as a list.
Item {
    id: chart

    required property VehicleViewModel car
    readonly property var data_: car.chart
    readonly property var points: data_.points ?? []
    readonly property real plotLeft: 8 * Theme.grid
    readonly property real plotWidth: width - plotLeft - Theme.space16
    readonly property real plotHeight: height - Theme.space32 - Theme.space16
    readonly property real plotTop: Theme.space16

    function px(x: real): real { return plotLeft + x * plotWidth }
    function py(y: real): real { return plotTop + (1 - y) * plotHeight }

    implicitHeight: 26 * Theme.grid
    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("Odometer readings: %1").arg(points.map(p => p.text).join("; "))

    Repeater {
        model: chart.data_.gaps ?? []
        delegate: Hatch {
            required property var modelData
            x: chart.px(modelData.from)
            width: Math.max(Theme.space4, chart.px(modelData.to) - x)
            y: chart.plotTop
            height: chart.plotHeight
            Label { visible: parent.width > 13 * Theme.grid; width: parent.width - Theme.space12; x: Theme.space6; text: parent.modelData.text; type: Theme.caption; color: Theme.nodata; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignHCenter; y: Theme.space4 }
        }
    }
    Repeater {
        model: chart.data_.rows ?? []
        delegate: Item {
            required property var modelData
            y: chart.py(modelData.y)
            width: chart.width
            Divider { x: chart.plotLeft; width: chart.plotWidth }
            Label { width: chart.plotLeft - Theme.space8; height: Theme.caption.lineHeight; y: -height / 2; text: parent.modelData.text; type: Theme.caption; color: Theme.text2; horizontalAlignment: Text.AlignRight; Accessible.ignored: true }
        }
    }
    Repeater {
        model: chart.data_.columns ?? []
        delegate: Label {
            required property var modelData
            x: Math.min(chart.px(modelData.x) - width / 2, chart.width - width)
            y: chart.plotTop + chart.plotHeight + Theme.space8
            text: modelData.text
            type: Theme.caption
            color: Theme.text2
            Accessible.ignored: true
        }
    }
    Shape {
        anchors.fill: parent
        visible: chart.points.length > 1
        ShapePath {
            strokeColor: Theme.series1
            strokeWidth: Theme.line2
            fillColor: Theme.none
            joinStyle: ShapePath.RoundJoin
            PathPolyline { path: chart.points.length > 1 ? chart.points.map(p => Qt.point(chart.px(p.x), chart.py(p.y))) : [] }
        }
    }
    Repeater {
        model: chart.data_.rollbacks ?? []
        delegate: Item {
            id: drop
            required property var modelData
            Shape {
                width: chart.width
                height: chart.height
                ShapePath {
                    strokeColor: Theme.surface
                    strokeWidth: Theme.line4
                    fillColor: Theme.none
                    startX: chart.px(drop.modelData.fromX); startY: chart.py(drop.modelData.fromY)
                    PathLine { x: chart.px(drop.modelData.toX); y: chart.py(drop.modelData.toY) }
                }
                ShapePath {
                    strokeColor: Theme.problem
                    strokeWidth: Theme.line2
                    strokeStyle: ShapePath.DashLine
                    dashPattern: [2, 2]
                    fillColor: Theme.none
                    startX: chart.px(drop.modelData.fromX); startY: chart.py(drop.modelData.fromY)
                    PathLine { x: chart.px(drop.modelData.toX); y: chart.py(drop.modelData.toY) }
                }
            }
            StatusMark { status: "problem"; size: Theme.markLarge; x: chart.px(drop.modelData.fromX) - width / 2; y: chart.py(drop.modelData.fromY) - height / 2 }
            Label { text: drop.modelData.fromText; type: Theme.captionStrong; color: Theme.problem; x: Math.max(chart.plotLeft, chart.px(drop.modelData.fromX) - width - Theme.space12); y: chart.py(drop.modelData.fromY) - height; Accessible.ignored: true }
            Label { text: drop.modelData.toText; type: Theme.captionStrong; color: Theme.problem; x: Math.min(chart.px(drop.modelData.toX) + Theme.space4, chart.width - width); y: chart.py(drop.modelData.toY) + Theme.space4; Accessible.ignored: true }
        }
    }
    Repeater {
        model: chart.points
        delegate: Rectangle {
            id: dot
            required property var modelData
            x: chart.px(modelData.x) - width / 2
            y: chart.py(modelData.y) - height / 2
            width: Theme.space8
            height: width
            radius: width / 2
            color: modelData.witnessed ? Theme.series1 : Theme.surface
            border.width: Theme.line2
            border.color: Theme.series1
            HoverHandler { id: pointer }
            ToolTip { visible: pointer.hovered; text: dot.modelData.text }
        }
    }
}
