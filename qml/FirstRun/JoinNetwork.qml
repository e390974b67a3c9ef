// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Step 1: the network's file, from this computer or by its address; checked before anything is made.
Card {
    id: card

    required property JoinViewModel viewModel

    function begin(): void { source.forceActiveFocus(Qt.TabFocusReason) }

    title: qsTr("Which network?")
    padding: Theme.cardPaddingMoney
    spacing: Theme.space16

    RowLayout {
        spacing: Theme.space8
        Layout.fillWidth: true
        TextField {
            id: source
            label: qsTr("Network file or address")
            text: card.viewModel.source
            placeholderText: qsTr("/home/me/network.json or https://…")
            size: "large"
            errorCause: card.viewModel.error.cause
            errorMoney: card.viewModel.error.money
            errorTodo: card.viewModel.error.next
            Layout.fillWidth: true
            onTextEdited: card.viewModel.source = text
            onAccepted: card.viewModel.checkNetworkFile()
        }
        Button { text: qsTr("Choose a file…"); icon: "file-input"; size: "large"; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space24; onClicked: dialog.open() }
    }
    Label {
        text: qsTr("It names the chain, its nodes and the contracts. Take it only from somebody you trust: who gives you a false one shows you a false market.")
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Button { text: qsTr("Back"); size: "large"; onClicked: card.viewModel.back() }
        Label { text: card.viewModel.progress; color: Theme.text2; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignRight; Layout.fillWidth: true }
        Button {
            text: qsTr("Check the network")
            kind: "primary"
            size: "large"
            busy: card.viewModel.busy
            disabledReason: card.viewModel.source.trim() === "" ? qsTr("Choose a file or type an address.") : ""
            onClicked: card.viewModel.checkNetworkFile()
        }
    }
    FileDialog { id: dialog; title: qsTr("Network file"); nameFilters: [qsTr("Network files (*.json)"), qsTr("All files (*)")]; onAccepted: card.viewModel.chooseSource(selectedFile) }
}
