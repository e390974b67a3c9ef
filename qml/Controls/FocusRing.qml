// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// The ring around what has the keyboard focus; inside the edge for rows and cells.
Rectangle {
    property real around: Theme.radiusControl
    property bool inside: false

    readonly property real distance: inside ? 0 : Theme.focusGap + Theme.focusWidth

    anchors.fill: parent
    anchors.margins: -distance
    color: Theme.none
    radius: inside ? around : around + Theme.space4
    border.width: Theme.focusWidth
    border.color: Theme.focus
    Accessible.ignored: true
}
