// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Every node: how it stands, what it is used for, and what is the matter where something is.
Card {
    id: card

    required property NetworkViewModel network

    /// Every column, or those that say most, or only name and state.
    readonly property bool wide: width > 108 * Theme.grid
    readonly property bool roomy: width > 80 * Theme.grid
    readonly property real numberWidth: Theme.scaled(80)
    readonly property real stateWidth: Theme.scaled(148)
    readonly property real useWidth: Theme.scaled(168)
    readonly property real actionWidth: network.verifies ? Theme.scaled(64) : 0

    title: qsTr("Nodes")
    caption: !roomy ? "" : network.verifies ? qsTr("They deliver data; they are not believed. More than one guards against being shown an old chain.")
        : qsTr("They deliver data; how far it is believed stands above.")
    actionText: network.verifies ? qsTr("Add node…") : ""
    actionIcon: "plus"
    flush: true
    headLine: false
    spacing: 0
    onActionRequested: addDialog.open()

    TableHead {
        Layout.fillWidth: true
        HeadCell { text: qsTr("Name"); Layout.fillWidth: true; Layout.preferredWidth: Theme.scaled(136) }
        HeadCell { visible: card.wide; text: qsTr("Address"); Layout.fillWidth: true; Layout.preferredWidth: Theme.scaled(168) }
        HeadCell { visible: card.roomy; text: qsTr("Block"); alignRight: true; Layout.preferredWidth: card.numberWidth }
        HeadCell { visible: card.wide; text: qsTr("Answers in"); alignRight: true; Layout.preferredWidth: card.numberWidth }
        HeadCell { text: qsTr("State"); Layout.preferredWidth: card.stateWidth }
        HeadCell { visible: card.roomy; text: qsTr("Used for"); Layout.preferredWidth: card.useWidth }
        Item { visible: card.network.verifies; implicitWidth: card.actionWidth; implicitHeight: Theme.hairline }
    }
    Rows {
        model: card.network.nodes
        delegate: NodeLine {
            wide: card.wide
            roomy: card.roomy
            numberWidth: card.numberWidth
            stateWidth: card.stateWidth
            useWidth: card.useWidth
            actionWidth: card.actionWidth
            width: parent ? parent.width : 0
            onRemoveRequested: card.network.removeNode(url)
            onAskRequested: card.network.askAgain(url)
        }
    }
    Banner { visible: text !== ""; kind: "problem"; text: card.network.problem; Layout.fillWidth: true; Layout.margins: Theme.space16 }

    Dialog {
        id: addDialog
        title: qsTr("Add a node")
        text: qsTr("It delivers headers and proofs, which are checked here. Best is one that belongs to somebody else than the others.")
        harmlessText: qsTr("Cancel")
        actionText: qsTr("Add it")
        actionKind: "primary"
        actionReason: card.network.reasonNotToAdd(addUrl.text)
        onAboutToShow: { addUrl.text = ""; addName.text = "" }
        onActed: card.network.addNode(addUrl.text, addName.text)
        TextField { id: addUrl; label: qsTr("Address"); placeholderText: "https://…"; mono: true; maximumLength: 300; Layout.fillWidth: true }
        TextField { id: addName; label: qsTr("Name"); labelNote: qsTr("your own, may stay empty"); maximumLength: 40; Layout.fillWidth: true }
        Label { visible: text !== ""; text: addDialog.actionReason; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
}
