// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// A filter that is set. The cross (or Delete, Backspace) removes it; pressing the words asks to change it.
Pressable {
    id: chip

    signal removeRequested()

    leftPadding: Theme.space16
    rightPadding: Theme.space4
    implicitHeight: Theme.controlNormal
    Keys.onDeletePressed: removeRequested()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace) {
            event.accepted = true
            chip.removeRequested()
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: chip.down ? Theme.pressed : chip.over ? Theme.hover : Theme.accentTint
        border.width: Theme.hairline
        border.color: Theme.accentText
        FocusRing { visible: chip.visualFocus }
    }
    contentItem: Row {
        spacing: Theme.space4
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: chip.text
            textFormat: Text.PlainText
            font: Theme.label.font
            color: Theme.accentText
            Accessible.ignored: true
        }
        IconButton {
            z: 1
            anchors.verticalCenter: parent.verticalCenter
            compact: true
            icon: "x"
            color: Theme.accentText
            text: qsTr("Remove filter: %1").arg(chip.text)
            onClicked: chip.removeRequested()
        }
    }
}
