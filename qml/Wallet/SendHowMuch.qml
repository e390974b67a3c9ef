// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Step 2: an amount, of the money or of what pays the fees.
Card {
    id: card

    required property SendViewModel send
    required property WalletViewModel viewModel

    function begin(): void { amount.forceActiveFocus(Qt.TabFocusReason) }

    title: qsTr("How much to %1?").arg(send.recipientName)
    padding: Theme.cardPaddingMoney
    spacing: Theme.space16

    AddressText { address: card.send.recipientAddress; full: true; wrapMode: Text.Wrap; Layout.fillWidth: true }
    SegmentedControl {
        accessibleName: qsTr("What to send")
        options: [qsTr("AUC, money"), qsTr("%1, for network fees").arg(card.send.coin)]
        currentIndex: card.send.asset === "auc" ? 0 : 1
        onActivated: index => card.send.asset = index === 0 ? "auc" : "coin"
    }
    TextField {
        id: amount
        label: qsTr("Amount")
        text: card.send.amount
        placeholderText: "0.00"
        numeric: true
        unit: card.send.unit
        size: "large"
        maximumLength: 60
        help: card.send.asset === "auc" ? qsTr("Free to spend: %1 AUC").arg(card.viewModel.freeAuc) : qsTr("For network fees: %1 %2").arg(card.viewModel.forFees).arg(card.send.coin)
        errorCause: card.send.amountError.cause
        errorMoney: card.send.amountError.money
        errorTodo: card.send.amountError.next
        Layout.fillWidth: true
        onTextEdited: card.send.amount = text
        onAccepted: card.send.next()
    }
    LinkButton { text: qsTr("All of it"); onClicked: card.send.sendAll() }
    FeeChoice { fee: card.send.feeChoice; Layout.fillWidth: true }
    TextField {
        label: qsTr("Note to self")
        labelNote: qsTr("stays on this computer")
        text: card.send.note
        maximumLength: 200
        Layout.fillWidth: true
        onTextEdited: card.send.note = text
    }
    TextField {
        visible: !card.send.recipientKnown
        label: qsTr("Remember as")
        labelNote: qsTr("puts the address into your address book")
        text: card.send.remember
        maximumLength: 64
        Layout.fillWidth: true
        onTextEdited: card.send.remember = text
    }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Button { text: qsTr("Back"); size: "large"; onClicked: card.send.back() }
        Label { text: card.send.progress !== "" ? card.send.progress : go.disabledReason; color: Theme.text2; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignRight; Layout.fillWidth: true }
        Button {
            id: go
            text: qsTr("Review")
            kind: "primary"
            size: "large"
            busy: card.send.busy
            disabledReason: card.send.amount.trim() === "" ? qsTr("Type an amount.") : card.send.feeChoice.error.present ? qsTr("Mend the fee's price.") : ""
            onClicked: card.send.next()
        }
    }
}
