// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import AutoChain.Controls
import AutoChain.Theme

/// A stretch of the odometer's line that cannot be true: down ("problem"), or up faster than a car drives ("attention").
Item {
    id: step

    required property var modelData
    /// The chart it lies in: px(x), py(y), plotLeft.
    required property Item plot
    required property string status
    readonly property color ink: Theme.statusColor(status)
    readonly property real fromX: plot.px(modelData.fromX)
    readonly property real fromY: plot.py(modelData.fromY)
    readonly property real toX: plot.px(modelData.toX)
    readonly property real toY: plot.py(modelData.toY)

    Shape {
        width: step.plot.width
        height: step.plot.height
        ShapePath {
            strokeColor: Theme.surface
            strokeWidth: Theme.line4
            fillColor: Theme.none
            startX: step.fromX; startY: step.fromY
            PathLine { x: step.toX; y: step.toY }
        }
        ShapePath {
            strokeColor: step.ink
            strokeWidth: Theme.line2
            strokeStyle: ShapePath.DashLine
            dashPattern: [2, 2]
            fillColor: Theme.none
            startX: step.fromX; startY: step.fromY
            PathLine { x: step.toX; y: step.toY }
        }
    }
    StatusMark {
        status: step.status
        size: Theme.markLarge
        x: (step.status === "problem" ? step.fromX : step.toX) - width / 2
        y: (step.status === "problem" ? step.fromY : step.toY) - height / 2
    }
    Label { text: step.modelData.fromText; type: Theme.captionStrong; color: step.ink; x: Math.max(step.plot.plotLeft, step.fromX - width - Theme.space12); y: step.fromY - height; Accessible.ignored: true }
    Label { text: step.modelData.toText; type: Theme.captionStrong; color: step.ink; x: Math.max(step.plot.plotLeft, Math.min(step.toX + Theme.space12, step.plot.width - width)); y: step.toY + Theme.space4; Accessible.ignored: true }
}
