// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Readings over time. Gaps are hatched; a step down and a stretch no car can drive are marked with their figures. The
/// pointer or the arrow keys read one point.
FocusScope {
    id: chart

    required property VehicleViewModel car
    readonly property var data_: car.chart
    readonly property var points: data_.points ?? []
    readonly property real plotLeft: 8 * Theme.grid
    readonly property real plotWidth: width - plotLeft - Theme.space16
    readonly property real plotHeight: height - Theme.space32 - Theme.space16
    readonly property real plotTop: Theme.space16
    /// The point that is read; -1: none.
    property int current: -1
    readonly property var point: current >= 0 && current < points.length ? points[current] : null

    signal chosen(int record)

    function px(x: real): real { return plotLeft + x * plotWidth }
    function py(y: real): real { return plotTop + (1 - y) * plotHeight }
    function nearest(x: real): int {
        let best = -1
        for (let i = 0; i < points.length; ++i)
            if (best < 0 || Math.abs(px(points[i].x) - x) < Math.abs(px(points[best].x) - x))
                best = i
        return best
    }

    implicitHeight: 26 * Theme.grid
    activeFocusOnTab: points.length > 0
    Accessible.role: Accessible.Chart
    Accessible.focusable: true
    Accessible.name: point ? qsTr("Odometer, reading %1 of %2: %3").arg(current + 1).arg(points.length).arg(point.text)
        : qsTr("Odometer, %1 readings. Arrow keys read them one by one.").arg(points.length)
    Keys.onPressed: event => {
        const goes = { [Qt.Key_Left]: Math.max(0, current - 1), [Qt.Key_Right]: Math.min(points.length - 1, current + 1), [Qt.Key_Home]: 0, [Qt.Key_End]: points.length - 1 }
        event.accepted = event.key in goes || (event.key === Qt.Key_Escape && current >= 0) || ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && point !== null)
        if (event.key in goes)
            current = goes[event.key]
        else if (event.key === Qt.Key_Escape)
            current = -1
        else if (event.accepted)
            chosen(point.record)
    }
    FocusRing { visible: chart.activeFocus; inside: true }

    Repeater {
        model: chart.data_.gaps ?? []
        delegate: Hatch {
            required property var modelData
            x: chart.px(modelData.from)
            width: Math.max(Theme.space4, chart.px(modelData.to) - x)
            y: chart.plotTop
            height: chart.plotHeight
            Label { visible: parent.width > 13 * Theme.grid; width: parent.width - Theme.space12; x: Theme.space6; text: parent.modelData.text; type: Theme.caption; color: Theme.nodata; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignHCenter; y: (parent.modelData.from + parent.modelData.to) / 2 > 0.25 ? parent.height - height - Theme.space4 : Theme.space4 } // where the line is not
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
        delegate: OdometerStep { plot: chart; status: "problem" }
    }
    Repeater {
        model: chart.data_.rates ?? []
        delegate: OdometerStep { plot: chart; status: "attention" }
    }
    Repeater {
        model: chart.points
        delegate: Rectangle {
            required property var modelData
            required property int index
            readonly property bool read: index === chart.current
            x: chart.px(modelData.x) - width / 2
            y: chart.py(modelData.y) - height / 2
            width: read ? Theme.space12 : chart.points.length > 80 ? Theme.space4 : Theme.space8
            height: width
            radius: width / 2
            color: modelData.witnessed ? Theme.series1 : Theme.surface
            border.width: Theme.line2
            border.color: Theme.series1
        }
    }
    Rectangle {
        visible: chart.point !== null
        x: chart.point ? chart.px(chart.point.x) : 0
        y: chart.plotTop
        width: Theme.hairline
        height: chart.plotHeight
        color: Theme.borderControl
    }
    Rectangle {
        visible: chart.point !== null
        x: chart.point ? Math.max(chart.plotLeft, Math.min(chart.px(chart.point.x) - width / 2, chart.width - width)) : 0
        y: 0
        width: readout.width + 2 * Theme.space8
        height: readout.height + Theme.space4
        radius: Theme.radiusMark
        color: Theme.toastGround
        Label { id: readout; x: Theme.space8; y: Theme.space2; text: chart.point ? chart.point.text + (chart.point.witnessed ? "" : qsTr(", owner’s word")) : ""; type: Theme.caption; color: Theme.toastText; Accessible.ignored: true }
    }
    HoverHandler { onPointChanged: if (hovered) chart.current = chart.nearest(point.position.x); onHoveredChanged: if (!hovered && !chart.activeFocus) chart.current = -1 }
    TapHandler {
        onTapped: point => {
            const at = chart.nearest(point.position.x)
            if (at >= 0)
                chart.chosen(chart.points[at].record)
        }
    }
    onActiveFocusChanged: if (!activeFocus) current = -1
}
