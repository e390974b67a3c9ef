// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme
import AutoChain.Controls

Card {
    id: card
    title: "Table row, 25 px desk, 28 px dense and 40 px normal"
    caption: "a caption"
    actionText: "Export…"
    actionIcon: "download"
    flush: true
    headLine: false
    spacing: 0

    component Line: TableRow {
        id: line
        property string state_
        property string badge: "clean"
        Layout.fillWidth: true
        CheckBox { checked: line.selected; accessibleName: "Select" }
        TableCell { text: "Mazda3 Sport GT, 2019"; type: Theme.label; Layout.preferredWidth: 40 * Theme.grid; Layout.fillWidth: true }
        TableCell { text: "64,210"; alignRight: true; exact: true; Layout.preferredWidth: 12 * Theme.grid }
        Item { implicitWidth: 20 * Theme.grid; implicitHeight: price.implicitHeight; Money { id: price; anchors.right: parent.right; amount: "200,000"; level: "proven" } }
        Item { implicitWidth: 20 * Theme.grid; implicitHeight: mark.implicitHeight; StatusBadge { id: mark; status: line.badge } }
        TableCell { text: line.state_; color: Theme.text2; Layout.preferredWidth: 20 * Theme.grid }
    }

    TableHead {
        dense: true
        Layout.fillWidth: true
        CheckBox { tristate: true; checkState: Qt.PartiallyChecked; accessibleName: "Select all" }
        HeadCell { text: "Car"; sortable: true; Layout.preferredWidth: 40 * Theme.grid; Layout.fillWidth: true }
        HeadCell { text: "km"; alignRight: true; Layout.preferredWidth: 12 * Theme.grid }
        HeadCell { text: "Price, AUC"; sorted: "up"; sortable: true; alignRight: true; Layout.preferredWidth: 20 * Theme.grid }
        HeadCell { text: "History"; Layout.preferredWidth: 20 * Theme.grid }
        HeadCell { text: "State shown"; Layout.preferredWidth: 20 * Theme.grid }
    }
    Line { density: "dense"; state_: "rest" }
    Line { density: "dense"; state_: "selected"; selected: true }
    Line { density: "dense"; state_: "current"; current: true; badge: "attention" }
    Line { density: "desk"; state_: "desk height" }
    Line { density: "normal"; state_: "normal height"; badge: "problem"; lined: false }
}
