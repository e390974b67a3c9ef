// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Who is asked for documents and photos, in this order, and how each stands.
Card {
    id: card

    required property StoresViewModel stores

    readonly property bool wide: width > 88 * Theme.grid
    readonly property real stateWidth: Theme.scaled(168)
    readonly property real actionWidth: Theme.scaled(64)

    title: qsTr("Documents and photos")
    caption: wide ? qsTr("Whoever gives a document, it is held against what its record names.") : ""
    actionText: qsTr("Add source…")
    actionIcon: "plus"
    flush: true
    headLine: false
    spacing: 0
    onActionRequested: addDialog.open()

    TableHead {
        Layout.fillWidth: true
        HeadCell { text: qsTr("Source"); Layout.fillWidth: true; Layout.preferredWidth: Theme.scaled(136) }
        HeadCell { visible: card.wide; text: qsTr("Address"); Layout.fillWidth: true; Layout.preferredWidth: Theme.scaled(232) }
        HeadCell { text: qsTr("State"); Layout.preferredWidth: card.stateWidth }
        Item { implicitWidth: card.actionWidth; implicitHeight: Theme.hairline }
    }
    Rows {
        model: card.stores
        delegate: StoreLine {
            wide: card.wide
            stateWidth: card.stateWidth
            actionWidth: card.actionWidth
            width: parent ? parent.width : 0
            onRemoveRequested: card.stores.remove(url)
        }
    }
    RowLayout {
        visible: card.stores.waiting !== ""
        spacing: Theme.space12
        Layout.fillWidth: true
        Layout.margins: Theme.space16
        Label { text: card.stores.hasKubo ? qsTr("%1 They go to the Kubo node as soon as it takes them.").arg(card.stores.waiting) : qsTr("%1 Others get them once a Kubo node of yours has them.").arg(card.stores.waiting); color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Button { visible: card.stores.hasKubo; text: qsTr("Try now"); size: "compact"; onClicked: card.stores.askAgain() }
    }
    Banner { visible: text !== ""; kind: "problem"; text: card.stores.problem; Layout.fillWidth: true; Layout.margins: Theme.space16 }

    Dialog {
        id: addDialog
        readonly property bool kubo: kind.currentIndex === 0
        title: qsTr("Add a source")
        text: kubo ? qsTr("A Kubo node of your own gives documents, and takes those that you publish, so that others can read them. It takes the place of one chosen before.")
            : qsTr("A gateway gives documents. It learns which ones you ask for, and when. It cannot give you another one.")
        harmlessText: qsTr("Cancel")
        actionText: qsTr("Add it")
        actionKind: "primary"
        actionReason: card.stores.reasonNotToAdd(url.text, kubo)
        onAboutToShow: url.text = ""
        onActed: card.stores.add(url.text, kubo)
        SegmentedControl { id: kind; accessibleName: qsTr("Kind of source"); options: [qsTr("Kubo node"), qsTr("Gateway")] }
        TextField { id: url; label: qsTr("Address"); placeholderText: addDialog.kubo ? "http://127.0.0.1:5001" : "https://…"; mono: true; maximumLength: 300; Layout.fillWidth: true }
        Label { visible: text !== ""; text: addDialog.actionReason; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
}
