// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What is signed and not in a block yet: what it is, why it waits, and the two ways to help.
Dialog {
    id: dialog

    required property WaitingViewModel waiting

    readonly property bool looking: waiting.step === WaitingViewModel.Look || waiting.step === WaitingViewModel.Done
    readonly property bool asking: waiting.step === WaitingViewModel.Ask || waiting.step === WaitingViewModel.Sign
    readonly property real keyWidth: Theme.scaled(120)

    title: looking ? waiting.title : waiting.cancelling ? qsTr("Cancel it?") : qsTr("Speed it up?")
    text: looking ? "" : waiting.cancelling
        ? qsTr("An empty payment to yourself takes its number. If that one gets into a block first, nothing is sent and only its fee is paid.")
        : qsTr("The same is signed again with a higher fee. Only one of the two can be carried out.")
    harmlessText: qsTr("Close")
    onClosed: waiting.close()
    Component.onCompleted: showIt()

    // The signer's answer opens the panel again where it was closed meanwhile.
    function showIt(): void {
        if (waiting.step !== WaitingViewModel.Closed && !visible)
            open()
        else if (waiting.step === WaitingViewModel.Closed && visible)
            close()
    }
    Connections {
        target: dialog.waiting
        function onChanged(): void { dialog.showIt() }
    }

    ColumnLayout {
        visible: dialog.looking
        spacing: Theme.space8
        Layout.fillWidth: true
        KeyValue { key: qsTr("What"); value: dialog.waiting.what; strong: true; keyWidth: dialog.keyWidth; Layout.fillWidth: true }
        KeyValue {
            visible: dialog.waiting.address !== ""
            key: qsTr("Address")
            keyWidth: dialog.keyWidth
            Layout.fillWidth: true
            AddressText { address: dialog.waiting.address; full: true; wrapMode: Text.Wrap; width: dialog.availableWidth - dialog.keyWidth - Theme.space16 }
        }
        KeyValue { key: qsTr("Number"); value: dialog.waiting.number; keyWidth: dialog.keyWidth; Layout.fillWidth: true }
        KeyValue { visible: dialog.waiting.isWaiting; key: qsTr("Waits"); value: dialog.waiting.waits; keyWidth: dialog.keyWidth; Layout.fillWidth: true }
        KeyValue { key: qsTr("It offers"); value: dialog.waiting.offers; keyWidth: dialog.keyWidth; Layout.fillWidth: true }
        KeyValue { visible: dialog.waiting.isWaiting; key: qsTr("Blocks take now"); value: dialog.waiting.asked; keyWidth: dialog.keyWidth; Layout.fillWidth: true }
        Rows {
            model: dialog.waiting.story
            delegate: Label {
                required property string modelData
                required property int index
                width: parent ? parent.width : 0
                text: qsTr("%1. %2").arg(index + 1).arg(modelData)
                type: Theme.caption
                color: Theme.text2
                wrapMode: Text.Wrap
            }
        }
        Banner { visible: dialog.waiting.why !== ""; kind: dialog.waiting.whyKind; text: dialog.waiting.why; Layout.fillWidth: true }
        LinkButton { visible: dialog.waiting.goesFirst !== ""; text: dialog.waiting.goesFirst; onClicked: dialog.waiting.openFirst() }
        Label {
            visible: dialog.waiting.step === WaitingViewModel.Done && dialog.waiting.isWaiting
            text: qsTr("Signed and sent. Either of them may get into a block, never both; this panel and the list tell which.")
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
    }
    ColumnLayout {
        visible: dialog.asking
        spacing: Theme.space8
        Layout.fillWidth: true
        KeyValue { key: qsTr("What"); value: dialog.waiting.what; strong: true; keyWidth: dialog.keyWidth; Layout.fillWidth: true }
        KeyValue { key: qsTr("New price"); value: dialog.waiting.newPrice; keyWidth: dialog.keyWidth; Layout.fillWidth: true }
        KeyValue { key: qsTr("Fee at most"); value: qsTr("%1 %2").arg(dialog.waiting.newFee).arg(dialog.waiting.coin); strong: true; keyWidth: dialog.keyWidth; Layout.fillWidth: true }
        KeyValue { key: qsTr("Before"); value: qsTr("%1 %2").arg(dialog.waiting.oldFee).arg(dialog.waiting.coin); keyWidth: dialog.keyWidth; Layout.fillWidth: true }
        Banner {
            kind: "info"
            text: dialog.waiting.cancelling ? qsTr("Not certain: the waiting one may still get into a block first. Then it is carried out, and cancelling costs nothing.")
                : qsTr("Not certain: the waiting one may get into a block first, at its lower fee. You pay one of the two fees.")
            Layout.fillWidth: true
        }
        Banner { visible: dialog.waiting.dealWarning !== ""; kind: "attention"; text: dialog.waiting.dealWarning; Layout.fillWidth: true }
        Label {
            visible: dialog.waiting.step === WaitingViewModel.Sign
            text: qsTr("The signer's own window is asking you. Nothing is sent before you hold its button.")
            type: Theme.caption
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
    }
    ErrorBlock {
        visible: dialog.waiting.error.present
        cause: dialog.waiting.error.cause
        money: dialog.waiting.error.money
        todo: dialog.waiting.error.next
        Layout.fillWidth: true
    }
    RowLayout {
        visible: dialog.waiting.step === WaitingViewModel.Look && dialog.waiting.isWaiting
        spacing: Theme.space8
        Layout.fillWidth: true
        Button { text: qsTr("Speed up…"); disabledReason: dialog.waiting.fasterReason; busy: dialog.waiting.busy && !dialog.waiting.cancelling; onClicked: dialog.waiting.speedUp() }
        Button { text: qsTr("Cancel it…"); busy: dialog.waiting.busy && dialog.waiting.cancelling; onClicked: dialog.waiting.cancel() }
        Item { Layout.fillWidth: true }
    }
    RowLayout {
        visible: dialog.asking
        spacing: Theme.space8
        Layout.fillWidth: true
        Button { text: qsTr("Back"); disabledReason: dialog.waiting.busy ? qsTr("The signer is asking you. Decline there to come back.") : ""; onClicked: dialog.waiting.back() }
        Item { Layout.fillWidth: true }
        Button { text: qsTr("Continue in the signer"); kind: "primary"; busy: dialog.waiting.busy; onClicked: dialog.waiting.sign() }
    }
}
