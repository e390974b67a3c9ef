// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Looks like a search field and opens the palette.
Pressable {
    id: control

    property string keys

    text: qsTr("Find anything")
    implicitHeight: Theme.menuItemHeight
    leftPadding: Theme.space8
    rightPadding: Theme.space8

    background: Rectangle {
        radius: Theme.radiusControl
        color: control.down ? Theme.pressed : control.over ? Theme.hover : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.borderControl
        FocusRing { visible: control.visualFocus }
    }
    contentItem: Item {
        Icon { id: lens; name: "search"; color: Theme.text3; anchors.verticalCenter: parent.verticalCenter }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            x: lens.width + Theme.space8
            width: parent.width - x - cap.width
            text: control.text
            textFormat: Text.PlainText
            font: Theme.body.font
            color: Theme.text3
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        KeyHint { id: cap; keys: control.keys; quiet: true; anchors.right: parent.right; anchors.verticalCenter: parent.verticalCenter }
    }
}
