// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The titles held, also those that lie in a deal's Safe.
Card {
    id: card

    required property WalletViewModel viewModel
    required property ShellViewModel shell

    title: qsTr("Titles you hold")
    flush: true
    spacing: 0
    headItems: ProvenanceMark { level: card.viewModel.titlesLevel; about: card.title; block: card.viewModel.titlesBlock }

    Rows {
        id: titles
        model: card.viewModel.titles
        delegate: TableRow {
            id: row
            required property string title
            required property string vin
            required property string stateText
            required property bool tied
            openOnClick: true
            accessibleName: qsTr("Title of %1, %2").arg(title).arg(stateText)
            cellSpacing: Theme.space8
            width: parent ? parent.width : 0
            onOpened: card.shell.navigation.open("vehicle/" + vin)
            Icon { name: "scroll-text"; color: Theme.text2 }
            TableCell { text: row.title; Layout.fillWidth: true; Accessible.ignored: true }
            Tag { text: row.stateText; tone: row.tied ? "accent" : "normal" }
        }
    }
    Label {
        visible: titles.count === 0
        text: qsTr("None. A title comes with a car you buy or register.")
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Layout.margins: Theme.space16
    }
}
