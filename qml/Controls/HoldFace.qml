// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Ground, running tint, 4 px bar and outline of a hold.
Rectangle {
    id: face

    property real progress: 0
    property color line
    property color tint
    property color ground
    property bool large: false
    property bool compact: false

    readonly property real inner: Math.max(0, width - 2 * Theme.line2)

    implicitHeight: large ? Theme.controlLarge : compact ? Theme.controlCompact : Theme.controlNormal
    radius: Theme.radiusControl
    color: ground
    Accessible.ignored: true

    Rectangle {
        x: Theme.line2
        y: Theme.line2
        width: face.inner * face.progress
        height: face.height - 2 * Theme.line2
        color: face.tint
    }
    Rectangle {
        x: Theme.line2
        y: face.height - Theme.line2 - height
        width: face.inner * face.progress
        height: Theme.line4
        color: face.line
    }
    Rectangle {
        anchors.fill: parent
        radius: face.radius
        color: Theme.none
        border.width: Theme.line2
        border.color: face.line
    }
}
