// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// A person: name, short address, provenance. Click asks to copy (`copyRequested`), the menu key or right button asks
/// for more (`menuRequested`). Without a name it says Unknown.
Pressable {
    id: chip

    property string name
    property string address
    property string level

    readonly property bool known: name !== ""

    signal copyRequested()
    signal menuRequested()

    accessibleName: [known ? name : qsTr("Unknown"), address, level !== "" ? mark.word : ""].filter(w => w !== "").join(", ")
    accessibleDescription: qsTr("Press to copy the address")
    leftPadding: Theme.space6
    rightPadding: Theme.space8
    implicitHeight: Theme.chipHeight
    onClicked: copyRequested()
    Keys.onMenuPressed: menuRequested()

    background: Rectangle {
        radius: Theme.radiusMark
        color: chip.down ? Theme.pressed : chip.over ? Theme.hover : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.border
        FocusRing { visible: chip.visualFocus; around: Theme.radiusMark }
    }
    contentItem: Row {
        spacing: Theme.space6
        Icon { anchors.verticalCenter: parent.verticalCenter; name: chip.known ? "user" : "user-x"; size: Theme.icon14 }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: chip.known ? chip.name : qsTr("Unknown")
            textFormat: Text.PlainText
            font: Theme.label.font
            color: Theme.text
            Accessible.ignored: true
        }
        AddressText { anchors.verticalCenter: parent.verticalCenter; address: chip.address; Accessible.ignored: true }
        ProvenanceMark { id: mark; anchors.verticalCenter: parent.verticalCenter; visible: chip.level !== ""; level: chip.level; Accessible.ignored: true }
    }
    TapHandler { acceptedButtons: Qt.RightButton; onTapped: chip.menuRequested() }
}
