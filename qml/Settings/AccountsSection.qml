// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// The accounts of the signer's vault and those that are only looked at.
ColumnLayout {
    id: section

    required property AccountsViewModel viewModel
    required property ShellViewModel shell

    /// What came of something stands at the top: whoever pressed a button below it has to see it.
    signal resultShown(Item result)

    readonly property bool failed: viewModel.error.present
    readonly property bool succeeded: viewModel.done !== ""
    property string renaming
    property string exporting

    spacing: Theme.cardGap
    onFailedChanged: if (failed) Qt.callLater(section.resultShown, errorBlock)
    onSucceededChanged: if (succeeded) Qt.callLater(section.resultShown, doneBanner)

    ErrorBlock {
        id: errorBlock
        visible: section.viewModel.error.present
        cause: section.viewModel.error.cause
        money: section.viewModel.error.money
        todo: section.viewModel.error.next
        Layout.fillWidth: true
    }
    Banner { visible: section.viewModel.busy && section.viewModel.progress !== ""; kind: "info"; text: section.viewModel.progress; Layout.fillWidth: true }
    Banner { id: doneBanner; visible: section.viewModel.done !== ""; kind: "clean"; text: section.viewModel.done; Layout.fillWidth: true }

    Card {
        title: qsTr("Accounts")
        caption: qsTr("Their keys lie in the signer, under one passphrase.")
        flush: true
        spacing: 0
        Layout.fillWidth: true
        Rows {
            id: rows
            model: section.viewModel.accounts
            delegate: AccountRow {
                unit: section.viewModel.coin
                renaming: section.renaming === address
                onRenameRequested: section.renaming = address
                onRenamed: to => { section.renaming = ""; if (to !== name) section.viewModel.rename(address, to) }
                onUseRequested: section.shell.accountWanted(address)
                onExportRequested: { section.exporting = address; exportDialog.open() }
                onForgetRequested: section.viewModel.unwatch(address)
                onCopyRequested: section.shell.copy(address, qsTr("address of %1").arg(name))
            }
        }
        Label { visible: rows.count === 0; text: qsTr("None yet."); color: Theme.text2; Layout.margins: Theme.space16 }
    }
    Card {
        title: qsTr("Add an account")
        spacing: Theme.space12
        Layout.fillWidth: true
        GridLayout {
            columns: Theme.narrow ? 1 : 2
            columnSpacing: Theme.space12
            rowSpacing: Theme.space12
            Layout.fillWidth: true
            TextField { id: newName; label: qsTr("Name"); labelNote: qsTr("your own"); maximumLength: 64; Layout.fillWidth: true; Layout.alignment: Qt.AlignTop }
            TextField { id: newPath; label: qsTr("Path"); labelNote: qsTr("empty: the next one"); placeholderText: "m/44'/60'/0'/0/1"; mono: true; maximumLength: 80; Layout.fillWidth: true; Layout.alignment: Qt.AlignTop }
        }
        Label { visible: section.viewModel.addReason !== ""; text: section.viewModel.addReason; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true
            Button { text: qsTr("Add an account of your words"); kind: "primary"; disabledReason: section.viewModel.addReason; onClicked: section.viewModel.add(newName.text, newPath.text) }
            Button { text: qsTr("Import a key file…"); onClicked: importDialog.open() }
            Button { text: qsTr("Import a private key…"); onClicked: section.viewModel.importKey(newName.text) }
        }
        Label { text: qsTr("Keys and passphrases are typed in the signer's own window. An imported key is not in your words: keep its file."); type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
    Card {
        visible: section.viewModel.addReason === ""
        title: qsTr("Look for accounts again")
        caption: qsTr("Which accounts of your words were used?")
        spacing: Theme.space12
        Layout.fillWidth: true
        Label { visible: section.viewModel.scan.state === ScanViewModel.Idle; text: qsTr("The node is asked about many accounts of your words. Whoever runs it can then tell that they belong together."); color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        ScanView { scan: section.viewModel.scan; coin: section.viewModel.coin; Layout.fillWidth: true }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true
            Button {
                visible: section.viewModel.scan.state !== ScanViewModel.Asking
                text: qsTr("Look for accounts")
                icon: "search"
                disabledReason: section.viewModel.addReason
                onClicked: section.viewModel.lookAgain()
            }
            Button { visible: section.viewModel.scan.wantedCount > 0 && section.viewModel.scan.state === ScanViewModel.Asked; text: qsTr("Add %n account(s)", "", section.viewModel.scan.wantedCount); kind: "primary"; onClicked: section.viewModel.takeFound() }
        }
    }
    Card {
        title: qsTr("Look at an account without its key")
        caption: qsTr("Shown in the list. It can never pay or sign.")
        spacing: Theme.space12
        Layout.fillWidth: true
        GridLayout {
            columns: Theme.narrow ? 1 : 2
            columnSpacing: Theme.space12
            rowSpacing: Theme.space12
            Layout.fillWidth: true
            TextField { id: watchName; label: qsTr("Name of it"); maximumLength: 64; Layout.fillWidth: true; Layout.alignment: Qt.AlignTop }
            TextField { id: watchText; label: qsTr("Address or extended public key"); placeholderText: qsTr("0x…, ethereum:0x… or xpub…"); mono: true; maximumLength: 200; Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; onAccepted: section.viewModel.watch(watchName.text, text) }
        }
        Label { visible: look.disabledReason !== ""; text: look.disabledReason; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Button { id: look; text: qsTr("Look at it"); icon: "eye"; disabledReason: watchText.text.trim() === "" ? qsTr("Type or paste an address or an extended public key.") : ""; onClicked: section.viewModel.watch(watchName.text, watchText.text) }
    }
    Connections {
        target: section.viewModel
        function onAdded(): void {
            newName.text = ""
            newPath.text = ""
        }
        function onWatching(): void {
            watchName.text = ""
            watchText.text = ""
        }
    }
    FileDialog { id: importDialog; title: qsTr("Key file"); onAccepted: section.viewModel.importFile(newName.text, selectedFile) }
    FileDialog { id: exportDialog; title: qsTr("Save the key file as"); fileMode: FileDialog.SaveFile; defaultSuffix: "json"; onAccepted: section.viewModel.exportKey(section.exporting, selectedFile) }
}
