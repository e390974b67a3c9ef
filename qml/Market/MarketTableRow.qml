// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One car in the dense table; widths are the table's.
TableRow {
    id: row

    required property string key
    required property string title
    required property string year
    required property string km
    required property string price
    required property string level
    required property var block
    required property string against
    required property string odometer
    required property string accidents
    required property string titleStatus
    required property string liens
    required property string seller
    required property string place
    required property string listed
    required property string ends
    required property string spoken
    required property bool watched
    required property var widths

    density: "dense"
    openOnClick: true
    accessibleName: spoken

    TableCell { text: row.title; type: Theme.label; Layout.fillWidth: true }
    TableCell { text: row.year; exact: true; Layout.preferredWidth: row.widths.year }
    TableCell { text: row.km; exact: true; alignRight: true; Layout.preferredWidth: row.widths.km }
    RowLayout {
        spacing: Theme.markGap
        Layout.fillWidth: false // a layout would else take half of what is free
        Layout.preferredWidth: row.widths.price
        Item { Layout.fillWidth: true }
        TableCell { text: row.price; type: Theme.strong; exact: true; alignRight: true }
        ProvenanceMark { level: row.level; about: qsTr("Price of %1, %2 AUC").arg(row.title).arg(row.price); block: row.block }
    }
    TableCell { visible: Theme.wide; text: row.against; color: Theme.text2; Layout.preferredWidth: row.widths.against }
    Row {
        spacing: Theme.space8
        Layout.preferredWidth: row.widths.verdicts
        Verdict { status: row.titleStatus; fullWord: qsTr("Title") }
        Verdict { status: row.liens; fullWord: qsTr("Liens") }
        Verdict { status: row.odometer; fullWord: qsTr("Odometer") }
        Verdict { status: row.accidents; fullWord: qsTr("Accidents") }
    }
    TableCell { visible: !Theme.narrow; text: row.seller; Layout.preferredWidth: row.widths.seller }
    TableCell { visible: !Theme.narrow; text: row.place; Layout.preferredWidth: row.widths.place }
    TableCell { visible: Theme.wide; text: row.ends; exact: true; Layout.preferredWidth: row.widths.ends }
}
