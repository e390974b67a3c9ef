// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Ctrl+K: one field that finds pages, cars, VINs, people, deals and settings. Up and Down choose, Enter goes, Esc closes.
Item {
    id: palette

    required property Finder finder
    property Item before: null

    visible: false
    z: 100

    function show(): void {
        before = Window.activeFocusItem
        finder.text = ""
        field.text = ""
        list.currentIndex = 0
        visible = true
        field.forceActiveFocus(Qt.ShortcutFocusReason)
    }
    function close(): void {
        visible = false
        if (before)
            before.forceActiveFocus(Qt.OtherFocusReason)
    }
    function choose(row: int): void {
        visible = false
        if (!finder.choose(row))
            close()
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
        MouseArea { anchors.fill: parent; hoverEnabled: true; onClicked: palette.close() }
    }
    Rectangle {
        id: box
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.min(Theme.space48 * 2, parent.height / 8)
        width: Math.min(72 * Theme.grid, parent.width - 2 * Theme.space16)
        height: Math.min(column.implicitHeight + 2 * Theme.space8, parent.height - y - Theme.space16)
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.borderControl
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Find anything")

        MouseArea { anchors.fill: parent }
        ColumnLayout {
            id: column
            anchors.fill: parent
            anchors.margins: Theme.space8
            spacing: Theme.space8
            SearchField {
                id: field
                placeholderText: qsTr("Car, VIN, person, address, deal, page or setting")
                Layout.fillWidth: true
                onTextEdited: {
                    palette.finder.text = text
                    list.currentIndex = 0
                }
                onAccepted: palette.choose(list.currentIndex)
                Keys.onUpPressed: list.currentIndex = Math.max(0, list.currentIndex - 1)
                Keys.onDownPressed: list.currentIndex = Math.min(list.count - 1, list.currentIndex + 1)
                Keys.onEscapePressed: palette.close()
                Keys.onTabPressed: list.currentIndex = Math.min(list.count - 1, list.currentIndex + 1)
            }
            ListView {
                id: list
                model: palette.visible ? palette.finder : null
                clip: true
                onCountChanged: if (currentIndex < 0) currentIndex = 0 // what was asked for came later
                boundsBehavior: Flickable.StopAtBounds
                implicitHeight: Math.min(contentHeight, 8 * Theme.rowNormal)
                Layout.fillWidth: true
                Layout.fillHeight: true
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Found")
                delegate: TableRow {
                    id: hit
                    required property int index
                    required property string icon
                    required property string title
                    required property string detail
                    width: list.width
                    focusPolicy: Qt.NoFocus
                    selected: list.currentIndex === index
                    lined: false
                    openOnClick: true
                    accessibleName: qsTr("%1, %2").arg(title).arg(detail)
                    sidePadding: Theme.space12
                    onOpened: palette.choose(index)
                    Icon { name: hit.icon; color: Theme.text2 }
                    TableCell { text: hit.title; type: Theme.strong; Layout.fillWidth: true; Accessible.ignored: true }
                    TableCell { text: hit.detail; color: Theme.text3; Layout.maximumWidth: list.width / 2; Accessible.ignored: true }
                }
            }
            Label {
                visible: list.count === 0
                text: palette.finder.asking ? qsTr("The registry is being asked for this VIN.") : qsTr("Nothing found. Names, addresses and VINs of cars seen before may be typed in part; any other VIN in full.")
                color: Theme.text2
                wrapMode: Text.Wrap
                Layout.fillWidth: true
                Layout.margins: Theme.space8
            }
        }
    }
}
