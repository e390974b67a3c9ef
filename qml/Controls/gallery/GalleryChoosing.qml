// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme
import AutoChain.Controls

Card {
    title: "Choosing"
    padding: 20 * Theme.scale

    GridLayout {
        columns: 5
        columnSpacing: Theme.space48
        rowSpacing: Theme.space4
        Label { text: "Check box" }
        CheckBox { accessibleName: "off" }
        CheckBox { accessibleName: "on"; checked: true }
        CheckBox { accessibleName: "some"; tristate: true; checkState: Qt.PartiallyChecked }
        CheckBox { text: "disabled"; disabledReason: "a reason" }
        Label { text: "Radio" }
        RadioButton { accessibleName: "off"; autoExclusive: false }
        RadioButton { accessibleName: "on"; checked: true; autoExclusive: false }
        RadioButton { text: "words"; autoExclusive: false }
        RadioButton { text: "disabled"; enabled: false; autoExclusive: false }
        Label { text: "Switch" }
        Switch { accessibleName: "off" }
        Switch { accessibleName: "on"; checked: true }
        Switch { text: "words" }
        Switch { text: "disabled"; enabled: false }
    }
    RowLayout {
        spacing: Theme.space12
        SegmentedControl { options: [{ text: "Grid", icon: "layout-grid" }, { text: "Table", icon: "list" }] }
        SegmentedControl { options: ["Day", "Week", "Year"]; currentIndex: 1; size: "compact" }
        TabBar {
            Tab { text: "Messages"; count: 2; fresh: true }
            Tab { text: "Evidence"; count: 5 }
            Tab { text: "Log" }
        }
    }
    RowLayout {
        spacing: Theme.space12
        Item {
            implicitWidth: Theme.menuWidth
            implicitHeight: menu.implicitHeight
            Rectangle {
                id: menu
                width: parent.width
                implicitHeight: entries.implicitHeight + 2 * Theme.space4
                radius: Theme.radiusCard
                color: Theme.surface
                border.width: Theme.hairline
                border.color: Theme.borderControl
                Column {
                    id: entries
                    x: Theme.space4
                    y: Theme.space4
                    width: parent.width - 2 * Theme.space4
                    MenuItem { width: parent.width; text: "Watch"; symbol: "bookmark"; keyHint: "W" }
                    MenuItem { width: parent.width; text: "Compare"; symbol: "columns-2"; keyHint: "C"; highlighted: true }
                    MenuLine { width: parent.width }
                    MenuItem { width: parent.width; text: "Make an offer…"; symbol: "tag"; disabledReason: "yours" }
                }
            }
        }
        ColumnLayout {
            spacing: Theme.space12
            Rectangle {
                implicitWidth: tip.implicitWidth + 2 * Theme.space8
                implicitHeight: tip.implicitHeight + 2 * Theme.space4
                radius: Theme.radiusMark
                color: Theme.toastGround
                Label { id: tip; anchors.centerIn: parent; text: "Proven: checked here against block 25,914,207"; type: Theme.caption; color: Theme.toastText }
            }
            ProgressBar { from: 0; to: 10000; value: 6412; text: "6,412 of 10,000"; Layout.preferredWidth: 36 * Theme.grid }
            RowLayout {
                IconButton { text: "Find"; icon: "search" }
                IconButton { text: "Watch"; icon: "bookmark"; compact: true }
                LinkButton { text: "Open" }
                FilterChip { text: "Up to 250,000 AUC" }
            }
        }
    }
}
