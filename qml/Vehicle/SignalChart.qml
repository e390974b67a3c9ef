// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import AutoChain.Controls
import AutoChain.Theme

/// One signal over a drive: least and most at the side, the average in words.
Item {
    id: chart

    required property var signal_
    readonly property real side: 6 * Theme.grid

    height: 9 * Theme.grid + head.height
    Accessible.role: Accessible.Chart
    Accessible.name: signal_.spoken

    Label { id: head; width: parent.width - mean.width - Theme.space8; text: chart.signal_.name; type: Theme.captionMedium; elide: Text.ElideRight; color: chart.signal_.flagged ? Theme.attention : Theme.text; Accessible.ignored: true }
    Label { id: mean; anchors.right: parent.right; text: qsTr("⌀ %1").arg(chart.signal_.mean); type: Theme.caption; color: Theme.text2; Accessible.ignored: true }
    Label { y: head.height + Theme.space4; width: chart.side - Theme.space4; text: chart.signal_.most; type: Theme.caption; color: Theme.text3; horizontalAlignment: Text.AlignRight; Accessible.ignored: true }
    Label { y: chart.height - height; width: chart.side - Theme.space4; text: chart.signal_.least; type: Theme.caption; color: Theme.text3; horizontalAlignment: Text.AlignRight; Accessible.ignored: true }
    Rectangle {
        id: plot
        x: chart.side
        y: head.height + Theme.space4
        width: chart.width - x
        height: chart.height - y
        color: Theme.sunken
        radius: Theme.radiusMark
        Shape {
            anchors.fill: parent
            anchors.margins: Theme.space4
            ShapePath {
                strokeColor: chart.signal_.flagged ? Theme.attention : Theme.series1
                strokeWidth: Theme.line2
                fillColor: Theme.none
                joinStyle: ShapePath.RoundJoin
                PathPolyline { path: chart.signal_.points.length > 1 ? chart.signal_.points.map(p => Qt.point(p.x * (plot.width - 2 * Theme.space4), (1 - p.y) * (plot.height - 2 * Theme.space4))) : [] }
            }
        }
    }
}
