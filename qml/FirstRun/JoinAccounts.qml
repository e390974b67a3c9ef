// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// Step 3, of words that were brought back: which of their accounts were used.
Card {
    id: card

    required property JoinViewModel viewModel

    readonly property ScanViewModel scan: viewModel.scan
    readonly property bool asking: scan.state === ScanViewModel.Asking

    function begin(): void { goOn.forceActiveFocus(Qt.TabFocusReason) }

    title: qsTr("Your accounts")
    padding: Theme.cardPaddingMoney
    spacing: Theme.space16

    Label {
        text: qsTr("Your words can hold many accounts, numbered in several ways. The node is asked which of them were used; whoever runs it can then tell that they belong together.")
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    ScanView { scan: card.scan; coin: card.viewModel.coin; Layout.fillWidth: true }
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
        Label { text: card.viewModel.progress; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Button {
            id: goOn
            text: card.scan.wantedCount > 0 ? qsTr("Add %n account(s) and go on", "", card.scan.wantedCount) : qsTr("Go on")
            kind: "primary"
            size: "large"
            busy: card.viewModel.busy
            disabledReason: card.asking ? qsTr("The node is being asked. Stop it to go on without.") : ""
            onClicked: card.viewModel.takeAccounts()
        }
    }
}
