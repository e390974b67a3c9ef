// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import AutoChain.Theme

/// A dashed outline with round corners.
Item {
    id: box

    property color color: Theme.nodata
    property real radius: Theme.radiusControl
    property real thickness: Theme.hairline

    readonly property real edge: thickness / 2

    Accessible.ignored: true

    Shape {
        anchors.fill: parent
        ShapePath {
            strokeColor: box.color
            strokeWidth: box.thickness
            strokeStyle: ShapePath.DashLine
            dashPattern: [3, 2]
            fillColor: Theme.none
            startX: box.radius
            startY: box.edge
            PathLine { x: box.width - box.radius; y: box.edge }
            PathArc { x: box.width - box.edge; y: box.radius; radiusX: box.radius; radiusY: box.radius }
            PathLine { x: box.width - box.edge; y: box.height - box.radius }
            PathArc { x: box.width - box.radius; y: box.height - box.edge; radiusX: box.radius; radiusY: box.radius }
            PathLine { x: box.radius; y: box.height - box.edge }
            PathArc { x: box.edge; y: box.height - box.radius; radiusX: box.radius; radiusY: box.radius }
            PathLine { x: box.edge; y: box.radius }
            PathArc { x: box.radius; y: box.edge; radiusX: box.radius; radiusY: box.radius }
        }
    }
}
