// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The block verification starts at: whose word it is, and two ways to make it one's own.
Card {
    id: card

    required property CheckpointViewModel checkpoint

    title: qsTr("Checkpoint")
    spacing: Theme.space8
    headItems: StatusBadge { status: card.checkpoint.status; text: card.checkpoint.word }

    Label { text: card.checkpoint.meaning; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    KeyValue { key: qsTr("Block"); value: card.checkpoint.block; keyWidth: Theme.scaled(48); Layout.fillWidth: true }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Label { text: qsTr("Hash"); color: Theme.text2; Layout.preferredWidth: Theme.scaled(48); Layout.alignment: Qt.AlignTop }
        Label { text: card.checkpoint.hash; type: Theme.mono; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
    Flow {
        spacing: Theme.space8
        Layout.fillWidth: true
        Layout.topMargin: Theme.space4
        Button { text: qsTr("Compare…"); onClicked: compareDialog.open() }
        Button { text: card.checkpoint.busy ? qsTr("Asking the nodes…") : qsTr("Set another…"); disabledReason: card.checkpoint.busy ? qsTr("The nodes are being asked for the block.") : ""; onClicked: setDialog.open() }
        Button { visible: card.checkpoint.own; text: qsTr("Use the network file’s"); kind: "quiet"; onClicked: card.checkpoint.drop() }
    }
    Banner { visible: text !== ""; kind: "clean"; text: card.checkpoint.done; Layout.fillWidth: true }
    ErrorBlock {
        visible: card.checkpoint.error.present
        cause: card.checkpoint.error.cause
        money: card.checkpoint.error.money
        todo: card.checkpoint.error.next
        fixText: qsTr("Dismiss")
        Layout.fillWidth: true
        onFixRequested: card.checkpoint.forget()
    }
    Item { Layout.fillHeight: true }

    Dialog {
        id: compareDialog
        title: qsTr("Is it the same elsewhere?")
        text: qsTr("Look up block %1 on another device, with somebody else's help: a block explorer, a friend's node. Type or paste the hash you find there.").arg(card.checkpoint.block)
        harmlessText: qsTr("Close")
        onAboutToShow: other.text = ""
        Label { text: card.checkpoint.hash; type: Theme.monoLg; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.name: qsTr("Hash here: %1").arg(card.checkpoint.hash) }
        TextField { id: other; label: qsTr("Hash from elsewhere"); mono: true; maximumLength: 200; Layout.fillWidth: true }
        Banner {
            readonly property string kindOf: card.checkpoint.comparison(other.text)
            visible: kindOf !== ""
            kind: kindOf === "same" ? "clean" : kindOf === "other" ? "problem" : "info"
            text: card.checkpoint.comparisonText(other.text)
            Layout.fillWidth: true
        }
    }
    Dialog {
        id: setDialog
        title: qsTr("Start verification at another block?")
        text: qsTr("Take number and hash from a source you trust, not from these nodes. The nodes are asked whether they have that block; only then it is kept. It holds from the next time you open this network.")
        harmlessText: qsTr("Cancel")
        actionText: qsTr("Check and keep")
        actionKind: "primary"
        actionReason: card.checkpoint.reasonNot(number.text, hash.text)
        onAboutToShow: { number.text = ""; hash.text = "" }
        onActed: card.checkpoint.set(number.text, hash.text)
        TextField { id: number; label: qsTr("Block number"); maximumLength: 30; Layout.fillWidth: true }
        TextField { id: hash; label: qsTr("Block hash"); mono: true; maximumLength: 200; Layout.fillWidth: true }
        Label { visible: text !== ""; text: setDialog.actionReason; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
}
