// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Step 2: a wallet, made or brought back in the signer's own window.
Card {
    id: card

    required property JoinViewModel viewModel

    function begin(): void { name.forceActiveFocus(Qt.TabFocusReason) }

    title: qsTr("Your wallet")
    padding: Theme.cardPaddingMoney
    spacing: Theme.space16

    TextField { id: name; label: qsTr("Your name"); labelNote: qsTr("stays on this computer"); text: card.viewModel.name; size: "large"; maximumLength: 64; Layout.fillWidth: true; onTextEdited: card.viewModel.name = text }
    ColumnLayout {
        spacing: Theme.space8
        Layout.fillWidth: true
        RadioButton { text: qsTr("Make a new wallet: you write down 24 words"); checked: card.viewModel.way === "create"; onClicked: card.viewModel.way = "create" }
        RadioButton { text: qsTr("Bring one back from its words"); checked: card.viewModel.way === "words"; onClicked: card.viewModel.way = "words" }
        RadioButton { text: qsTr("Import a keystore file"); checked: card.viewModel.way === "keystore"; onClicked: card.viewModel.way = "keystore" }
    }
    RowLayout {
        visible: card.viewModel.way === "keystore"
        spacing: Theme.space8
        Layout.fillWidth: true
        TextField { label: qsTr("Keystore file"); text: card.viewModel.keystore; size: "large"; Layout.fillWidth: true; onTextEdited: card.viewModel.keystore = text }
        Button { text: qsTr("Choose a keystore…"); size: "large"; Layout.alignment: Qt.AlignBottom; onClicked: dialog.open() }
    }
    RowLayout {
        visible: card.viewModel.way === "words"
        spacing: Theme.space8
        Layout.fillWidth: true
        TextField { label: qsTr("Backup file"); labelNote: qsTr("if you have one: names, drafts, settings"); text: card.viewModel.backup; size: "large"; Layout.fillWidth: true; onTextEdited: card.viewModel.backup = text }
        Button { text: qsTr("Choose a backup…"); size: "large"; Layout.alignment: Qt.AlignBottom; onClicked: backupDialog.open() }
    }
    RowLayout {
        visible: card.viewModel.way === "create"
        spacing: Theme.space16
        Layout.fillWidth: true
        Label { text: card.viewModel.sheet.note !== "" ? card.viewModel.sheet.note : qsTr("Have paper and a pen ready, or a sheet made for it:"); color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        LinkButton { text: qsTr("Print a sheet…"); onClicked: card.viewModel.sheet.print() }
        LinkButton { text: qsTr("Save it as PDF…"); onClicked: sheetDialog.open() }
    }
    ErrorBlock {
        visible: card.viewModel.sheet.error.present
        cause: card.viewModel.sheet.error.cause
        money: card.viewModel.sheet.error.money
        todo: card.viewModel.sheet.error.next
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("The signer, a separate program, opens its own window for this. There you choose the passphrase that locks your keys and records on this computer; passphrase, words and keys never come here.")
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    ErrorBlock {
        visible: card.viewModel.error.present
        cause: card.viewModel.error.cause
        money: card.viewModel.error.money
        todo: card.viewModel.error.next
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Button { text: qsTr("Back"); size: "large"; disabledReason: card.viewModel.busy ? qsTr("The signer is asking you.") : ""; onClicked: card.viewModel.back() }
        Label { text: card.viewModel.progress; color: Theme.text2; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignRight; Layout.fillWidth: true }
        Button { text: qsTr("Go on in the signer"); kind: "primary"; size: "large"; busy: card.viewModel.busy; onClicked: card.viewModel.finish() }
    }
    FileDialog { id: sheetDialog; title: qsTr("Sheet for the words"); fileMode: FileDialog.SaveFile; defaultSuffix: "pdf"; nameFilters: [qsTr("PDF files (*.pdf)")]; onAccepted: card.viewModel.sheet.save(selectedFile) }
    FileDialog { id: backupDialog; title: qsTr("Backup file"); nameFilters: [qsTr("Backups (*.acbackup)"), qsTr("All files (*)")]; onAccepted: card.viewModel.chooseBackup(selectedFile) }
    FileDialog { id: dialog; title: qsTr("Keystore file"); onAccepted: card.viewModel.chooseKeystore(selectedFile) }
}
