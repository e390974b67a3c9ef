// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Steps 3 and 4: the sentence, the whole address, what is left afterwards; then the signer is asked.
Card {
    id: card

    required property SendViewModel send
    required property WalletViewModel viewModel

    readonly property bool signing: send.step === SendViewModel.Sign
    readonly property real keyWidth: Theme.scaled(112)

    function begin(): void { go.forceActiveFocus(Qt.OtherFocusReason) }

    flush: true
    spacing: 0
    Accessible.name: qsTr("Review of the payment")

    component Line: ColumnLayout {
        id: line
        property string key
        default property alias content: values.data
        spacing: 0
        Layout.fillWidth: true
        Divider { Layout.fillWidth: true }
        RowLayout {
            spacing: Theme.space16
            Layout.fillWidth: true
            Layout.margins: Theme.space12
            Layout.leftMargin: Theme.cardPaddingMoney
            Layout.rightMargin: Theme.cardPaddingMoney
            Label { text: line.key; color: Theme.text2; wrapMode: Text.Wrap; Layout.preferredWidth: card.keyWidth; Layout.alignment: Qt.AlignTop }
            ColumnLayout { id: values; spacing: Theme.space2; Layout.fillWidth: true }
        }
    }

    ColumnLayout {
        spacing: Theme.space4
        Layout.fillWidth: true
        Layout.margins: Theme.cardPaddingMoney
        Label { text: qsTr("You send"); type: Theme.bodyLarge; color: Theme.text2 }
        Money { amount: card.send.exactAmount; unit: card.send.unit; size: "xl" }
        Label { text: qsTr("to %1").arg(card.send.recipientName); type: Theme.title; wrapMode: Text.Wrap; Layout.fillWidth: true; Layout.topMargin: Theme.space4 }
    }
    Line {
        key: qsTr("Address")
        AddressText { address: card.send.recipientAddress; full: true; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Label { text: card.send.recipientHistory; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
    Line {
        key: qsTr("From")
        RowLayout {
            spacing: Theme.space8
            Label { text: card.viewModel.name }
            AddressText { address: card.viewModel.address }
        }
    }
    Line {
        key: qsTr("Network fee")
        RowLayout {
            Label { text: qsTr("at most"); Layout.fillWidth: true }
            Money { amount: card.send.fee; unit: card.send.coin }
        }
        Label { text: card.send.feeDetail; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Banner { visible: card.send.feeChoice.warning !== ""; kind: "attention"; text: card.send.feeChoice.warning; Layout.fillWidth: true }
    }
    Line {
        key: qsTr("Yours afterwards")
        RowLayout {
            visible: card.send.asset === "auc"
            spacing: Theme.space8
            Label { text: qsTr("AUC") }
            ProvenanceMark { level: card.send.level; about: qsTr("AUC before and after"); block: card.viewModel.block }
            Item { Layout.fillWidth: true }
            Label { text: qsTr("%1 →").arg(card.send.before); color: Theme.text2; Accessible.name: qsTr("%1 before").arg(card.send.before) }
            Money { amount: card.send.after; unit: qsTr("AUC") }
        }
        RowLayout {
            spacing: Theme.space8
            Label { text: card.send.coin }
            ProvenanceMark { level: card.viewModel.feeLevel; about: qsTr("%1 before and after").arg(card.send.coin); block: card.viewModel.block }
            Item { Layout.fillWidth: true }
            Label { text: qsTr("%1 →").arg(card.send.coinBefore); color: Theme.text2; Accessible.name: qsTr("%1 before").arg(card.send.coinBefore) }
            Money { amount: card.send.coinAfter; unit: card.send.coin }
        }
    }
    Line {
        key: qsTr("Note to self")
        TextField { size: "compact"; accessibleName: qsTr("Note to self"); text: card.send.note; readOnly: card.signing; maximumLength: 200; Layout.fillWidth: true; onTextEdited: card.send.note = text }
    }
    Divider { Layout.fillWidth: true }
    ErrorBlock {
        visible: card.send.error.present
        cause: card.send.error.cause
        money: card.send.error.money
        todo: card.send.error.next
        Layout.fillWidth: true
        Layout.margins: Theme.cardPaddingMoney
        Layout.bottomMargin: 0
    }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Layout.margins: Theme.cardPaddingMoney
        Layout.topMargin: Theme.space16
        Layout.bottomMargin: Theme.space8
        Button { text: qsTr("Back"); size: "large"; disabledReason: card.signing ? qsTr("The signer is asking you. Decline there to come back.") : ""; onClicked: card.send.back() }
        Item { Layout.fillWidth: true }
        Button { id: go; text: qsTr("Continue in the signer"); kind: "primary"; size: "large"; busy: card.send.busy; onClicked: card.send.next() }
    }
    Label {
        text: card.signing ? card.send.progress : qsTr("Nothing is sent yet. The signer shows the same sentence again and asks you to hold.")
        type: Theme.caption
        color: Theme.text2
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Layout.leftMargin: Theme.cardPaddingMoney
        Layout.rightMargin: Theme.cardPaddingMoney
        Layout.bottomMargin: Theme.space16
    }
}
