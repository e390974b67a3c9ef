// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Who you are, at the foot of the rail.
Pressable {
    id: control

    property string name
    property string address
    property bool slim: false

    text: qsTr("You are %1").arg(name)
    accessibleDescription: address
    implicitHeight: Theme.railItemSlim
    leftPadding: slim ? 0 : Theme.space8
    rightPadding: slim ? 0 : Theme.space8

    background: Rectangle {
        radius: Theme.radiusControl
        color: control.down ? Theme.pressed : control.over ? Theme.hover : Theme.none
        FocusRing { visible: control.visualFocus }
    }
    contentItem: Item {
        Icon {
            id: sign
            name: "user"
            size: Theme.icon18
            x: control.slim ? (parent.width - width) / 2 : 0
            y: control.slim ? Theme.space6 : (parent.height - height) / 2
        }
        Column {
            x: control.slim ? 0 : sign.width + Theme.space12
            width: parent.width - x
            y: control.slim ? parent.height - height - Theme.space6 : (parent.height - height) / 2
            Text {
                width: parent.width
                text: control.slim ? control.name.split(" ")[0] : control.name
                textFormat: Text.PlainText
                font: control.slim ? Theme.label.font : Theme.strong.font
                color: control.slim ? Theme.text2 : Theme.text
                elide: Text.ElideRight
                horizontalAlignment: control.slim ? Text.AlignHCenter : Text.AlignLeft
                Accessible.ignored: true
            }
            AddressText { visible: !control.slim && control.address !== ""; address: control.address; Accessible.ignored: true }
        }
    }
}
