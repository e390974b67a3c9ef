// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What became of the payment.
Card {
    id: card

    required property SendViewModel send
    required property WalletViewModel viewModel

    function begin(): void { close.forceActiveFocus(Qt.OtherFocusReason) }

    padding: Theme.cardPaddingMoney
    spacing: Theme.space12

    RowLayout {
        visible: !card.send.error.present
        spacing: Theme.space12
        Layout.fillWidth: true
        StatusMark { status: "clean"; size: Theme.icon24 }
        Label { text: qsTr("Sent: %1 %2 to %3").arg(card.send.exactAmount).arg(card.send.unit).arg(card.send.recipientName); type: Theme.heading; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
    ErrorBlock {
        visible: card.send.error.present
        cause: card.send.error.cause
        money: card.send.error.money
        todo: card.send.error.next
        Layout.fillWidth: true
    }
    AddressText { address: card.send.recipientAddress; full: true; wrapMode: Text.Wrap; Layout.fillWidth: true }
    Label { text: qsTr("Transaction"); type: Theme.caption; color: Theme.text2 }
    Label { text: card.send.hash; type: Theme.mono; wrapMode: Text.WrapAnywhere; Layout.fillWidth: true }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Button { text: qsTr("Send something else"); size: "large"; onClicked: card.send.startOver() }
        Item { Layout.fillWidth: true }
        Button { id: close; text: qsTr("Back to the wallet"); kind: "primary"; size: "large"; onClicked: card.viewModel.panel = "" }
    }
}
