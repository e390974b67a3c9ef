// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// A page of paper to write the words on. The words themselves are never printed.
Card {
    id: card

    required property SheetViewModel sheet

    title: qsTr("On paper")
    spacing: Theme.space12

    Label { text: qsTr("The sheet has 24 numbered lines, your address as a code, and what to do when this computer breaks. The words are never printed: a printer keeps what it prints."); color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    Flow {
        spacing: Theme.space8
        Layout.fillWidth: true
        Button { text: qsTr("Print a sheet for my words…"); icon: "printer"; onClicked: card.sheet.print() }
        Button { text: qsTr("Save the sheet as PDF…"); onClicked: dialog.open() }
    }
    Label { visible: text !== ""; text: card.sheet.note; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    ErrorBlock {
        visible: card.sheet.error.present
        cause: card.sheet.error.cause
        money: card.sheet.error.money
        todo: card.sheet.error.next
        Layout.fillWidth: true
    }
    FileDialog {
        id: dialog
        title: qsTr("Sheet for the words")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "pdf"
        nameFilters: [qsTr("PDF files (*.pdf)")]
        onAccepted: card.sheet.save(selectedFile)
    }
}
