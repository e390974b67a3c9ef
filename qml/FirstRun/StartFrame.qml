// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// What the pages before an open home share: sign and appearance above, status line below, content in the middle that
/// scrolls where the window is small.
FocusScope {
    id: frame

    required property App app
    property real contentMaximum: 115 * Theme.grid
    property bool withHead: true
    property string connection: qsTr("Not connected to anything yet")
    default property alias content: body.data

    RowLayout {
        id: head
        visible: frame.withHead
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space24
        height: visible ? implicitHeight : 0
        spacing: Theme.space12
        z: 1
        BrandMark { size: Theme.icon28 }
        Label { text: qsTr("AutoChain"); type: Theme.cardTitle; Layout.fillWidth: true }
        Button { id: look; text: qsTr("Appearance"); icon: "sun-moon"; kind: "quiet"; onClicked: menu.open() }
        Menu {
            id: menu
            x: look.x + look.width - width
            y: look.y + look.height
            MenuItem { text: qsTr("Light"); symbol: "sun"; onTriggered: frame.app.appearance.theme = "light" }
            MenuItem { text: qsTr("Dark"); symbol: "moon"; onTriggered: frame.app.appearance.theme = "dark" }
            MenuItem { text: qsTr("As the desktop"); symbol: "sun-moon"; onTriggered: frame.app.appearance.theme = "system" }
            MenuLine {}
            MenuItem { text: qsTr("Larger"); symbol: "plus"; onTriggered: frame.app.appearance.scale += 0.25 }
            MenuItem { text: qsTr("Smaller"); symbol: "minus"; onTriggered: frame.app.appearance.scale -= 0.25 }
        }
    }
    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: bar.top
        contentWidth: width
        contentHeight: Math.max(height, body.implicitHeight + 2 * Theme.space24)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: PageScrollBar {}
        ColumnLayout {
            id: body
            width: Math.min(frame.contentMaximum, flick.width - 2 * Theme.space24)
            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(Theme.space24, (flick.contentHeight - implicitHeight) / 2 - Theme.space24)
            spacing: Theme.space24
        }
    }
    StatusBar {
        id: bar
        anchors.bottom: parent.bottom
        width: parent.width
        facts: [frame.connection]
        legend: false
        trailing: qsTr("Version %1").arg(frame.app.version)
    }
}
