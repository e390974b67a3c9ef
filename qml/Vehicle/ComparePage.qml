// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// Up to four cars side by side: a column per car, a row per question, what is worst first. Arrow keys go from row to row.
Page {
    id: page

    required property CompareViewModel viewModel
    required property ShellViewModel shell
    readonly property int count: viewModel.cars.length
    readonly property real nameWidth: Theme.narrow ? 0 : 18 * Theme.grid
    readonly property real cellWidth: Math.max(22 * Theme.grid, (contentWidth - nameWidth - 2 * Theme.hairline) / Math.max(2, count))

    title: qsTr("Compare cars")
    caption: count > 0 ? qsTr("%L1 of 4 cars").arg(count) : ""
    model: viewModel

    GridLayout {
        columns: Theme.narrow ? 1 : 3
        columnSpacing: Theme.space12
        rowSpacing: Theme.space8
        Layout.fillWidth: true
        ComboBox {
            id: others
            accessibleName: qsTr("Cars for sale")
            visible: !page.viewModel.full && page.viewModel.others.length > 0
            textRole: "text"
            valueRole: "key"
            model: page.viewModel.others
            currentIndex: -1
            displayText: qsTr("Add a car for sale…")
            Layout.preferredWidth: 34 * Theme.grid
            Layout.fillWidth: Theme.narrow
            onActivated: index => page.viewModel.addTyped(page.viewModel.others[index].key)
        }
        SearchField {
            id: vin
            visible: !page.viewModel.full
            placeholderText: qsTr("or type a VIN")
            mono: true
            Layout.preferredWidth: 28 * Theme.grid
            Layout.fillWidth: Theme.narrow
            onAccepted: {
                page.viewModel.addTyped(text)
                if (page.viewModel.problem === "")
                    text = ""
            }
        }
        CheckBox { visible: page.count > 1; text: qsTr("Only what differs"); checked: page.viewModel.onlyDifferences; onToggled: page.viewModel.onlyDifferences = checked }
    }
    Banner { visible: page.viewModel.problem !== ""; kind: "attention"; text: page.viewModel.problem; Layout.fillWidth: true }
    EmptyState {
        visible: page.count === 0
        icon: "columns-3"
        title: qsTr("No cars to compare yet")
        text: qsTr("Put up to four beside each other: from the list above, by VIN, or with “Compare…” on a car’s page.")
        actionText: qsTr("Look at the market")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
        onActionRequested: page.shell.navigation.open("market")
    }
    Rectangle {
        visible: page.count > 0
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.border
        Layout.fillWidth: true
        implicitHeight: sideways.contentHeight + 2 * Theme.hairline
        Flickable {
            id: sideways
            anchors.fill: parent
            anchors.margins: Theme.hairline
            contentWidth: page.nameWidth + page.cellWidth * page.count
            contentHeight: table.height
            interactive: contentWidth > width
            flickableDirection: Flickable.HorizontalFlick
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            T.ScrollBar.horizontal: PageScrollBar {}
            Column {
                id: table
                width: sideways.contentWidth
                Row {
                    Item { width: page.nameWidth; height: Theme.grid }
                    Repeater {
                        model: page.viewModel.cars
                        delegate: CompareHead {
                            required property var modelData
                            car: modelData
                            width: page.cellWidth
                            onOpened: page.viewModel.openCar(modelData.key)
                            onRemoved: page.viewModel.remove(modelData.key)
                        }
                    }
                }
                Repeater {
                    model: page.viewModel.rows
                    delegate: CompareRow {
                        required property var modelData
                        row: modelData
                        cars: page.viewModel.cars
                        nameWidth: page.nameWidth
                        cellWidth: page.cellWidth
                    }
                }
            }
        }
    }
}
