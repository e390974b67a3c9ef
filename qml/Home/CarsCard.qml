// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The person's cars, each with the worst its history says.
Card {
    id: card

    required property HomeViewModel viewModel
    required property ShellViewModel shell

    title: qsTr("My cars")
    actionText: viewModel.cars.count > 0 ? qsTr("Garage") : ""
    actionIsLink: true
    flush: true
    spacing: 0
    onActionRequested: shell.navigation.open("garage")

    Rows {
        model: card.viewModel.cars
        delegate: TableRow {
            id: row
            required property string title
            required property string vin
            required property string km
            required property string level
            required property var block
            required property string status
            required property string fact
            required property string body
            required property string colour
            openOnClick: true
            accessibleName: qsTr("%1, %2, %3").arg(title).arg(km).arg(fact)
            cellSpacing: Theme.space12
            topPadding: Theme.space8
            bottomPadding: Theme.space8
            implicitHeight: implicitContentHeight + 2 * Theme.space8
            width: parent ? parent.width : 0
            onOpened: card.shell.navigation.open("vehicle/" + vin)
            CarDrawing {
                body: row.body === "" ? "saloon" : row.body
                paint: row.colour === "" ? "grey" : row.colour
                radius: Theme.radiusMark
                implicitWidth: 9 * Theme.grid
                implicitHeight: 6 * Theme.grid
                Accessible.ignored: true
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                TableCell { text: row.title; type: Theme.strong; wrapMode: Text.Wrap; maximumLineCount: 2; Layout.fillWidth: true; Accessible.ignored: true }
                RowLayout {
                    spacing: Theme.markGap
                    Label { text: row.km; color: Theme.text2; Accessible.ignored: true }
                    ProvenanceMark { level: row.level; about: qsTr("Odometer of %1").arg(row.title); block: row.block }
                }
            }
            StatusBadge { status: row.status; text: row.fact }
        }
    }
    Rows {
        model: card.viewModel.carsKnown ? 0 : 2
        delegate: Item { width: parent ? parent.width : 0; height: Theme.rowNormal; Skeleton { x: Theme.space16; anchors.verticalCenter: parent.verticalCenter; width: Math.min(24 * Theme.grid, parent.width - 2 * x) } }
    }
    Label {
        visible: card.viewModel.carsKnown && card.viewModel.cars.count === 0
        text: qsTr("No car is registered to you.")
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Layout.margins: Theme.space16
        Layout.bottomMargin: 0
    }
    Button {
        text: qsTr("Register a car by VIN")
        icon: "plus"
        Layout.margins: Theme.space16
        Layout.topMargin: Theme.space12
        onClicked: card.shell.navigation.open("garage/register")
    }
}
