// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// One choice of a SegmentedControl.
Item {
    id: segment

    property string text
    property string icon
    property string keyHint
    property bool current: false
    property bool first: false
    property bool last: false

    signal chosen()

    implicitWidth: body.implicitWidth + 2 * Theme.space12 - (first ? 0 : Theme.hairline)
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: current
    Accessible.onPressAction: chosen()
    Accessible.onToggleAction: chosen()

    Item {
        anchors.fill: parent
        clip: true
        Rectangle {
            // The round corners of inner edges are pushed out of sight.
            readonly property real hideLeft: segment.first ? 0 : radius
            readonly property real hideRight: segment.last ? 0 : radius
            x: -hideLeft
            width: parent.width + hideLeft + hideRight
            height: parent.height
            radius: Theme.radiusControl
            color: segment.current ? Theme.accentTint : area.pressed ? Theme.pressed : area.containsMouse ? Theme.hover : Theme.surface
            border.width: Theme.hairline
            border.color: segment.current ? Theme.accent : Theme.borderControl
        }
        Rectangle {
            visible: !segment.last
            anchors.right: parent.right
            width: Theme.hairline
            height: parent.height
            color: segment.current ? Theme.accent : Theme.borderControl
        }
    }
    ButtonBody {
        id: body
        anchors.fill: parent
        text: segment.text
        icon: segment.icon
        keyHint: segment.keyHint
        color: !segment.enabled ? Theme.text3 : segment.current ? Theme.accentText : Theme.text2
    }
    MouseArea {
        id: area
        anchors.fill: parent
        hoverEnabled: true
        onClicked: segment.chosen()
    }
}
