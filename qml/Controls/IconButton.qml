// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Only an icon: `text` is required and becomes tooltip and accessible name. 36 x 36, 28 when compact.
Pressable {
    id: control

    required text
    property string icon
    property bool compact: false
    property bool checked: false
    property color color: checked ? Theme.accentText : Theme.text2

    implicitWidth: compact ? Theme.controlCompact : Theme.controlNormal
    implicitHeight: implicitWidth
    accessibleDescription: ""

    background: Rectangle {
        radius: Theme.radiusControl
        color: control.down ? Theme.pressed : control.over ? Theme.hover : Theme.none
        FocusRing { visible: control.visualFocus }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: control.icon
            color: control.blocked ? Theme.text3 : control.color
        }
    }
    HoverTip {
        shown: control.hovered || control.visualFocus
        text: control.disabledReason !== "" ? control.text + ". " + control.disabledReason : control.text
    }
}
