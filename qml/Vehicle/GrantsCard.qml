// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Private parts of this car's records, and for the holder who may read them and who may write, until when.
Card {
    id: card

    required property GrantsViewModel grants
    property int saving: -1

    visible: grants.present
    title: qsTr("Private parts and access")
    spacing: Theme.space12

    ErrorBlock { cause: card.grants.error.cause; money: card.grants.error.money; todo: card.grants.error.next; Layout.fillWidth: true }
    Label { visible: card.grants.busy; text: card.grants.doing; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }

    Rows {
        spacing: Theme.space8
        model: card.grants.sections
        delegate: PrivateSection {
            width: parent ? parent.width : 0
            busy: card.grants.busy
            onOpenRequested: record => card.grants.open(record)
            onCloseRequested: record => card.grants.close(record)
            onSaveRequested: record => { card.saving = record; saveDialog.open() }
        }
    }
    Label {
        visible: card.grants.mine && card.grants.sections.length === 0
        text: qsTr("No record has a private part yet.")
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    Divider { visible: card.grants.mine; Layout.fillWidth: true }
    RowLayout {
        visible: card.grants.mine
        spacing: Theme.space8
        Label { text: qsTr("Who may read and write"); type: Theme.strong; Layout.fillWidth: true }
        ProvenanceMark { level: card.grants.level; about: qsTr("Who may read and write"); block: card.grants.block }
    }
    Rows {
        spacing: Theme.space8
        model: card.grants.mine ? card.grants.people : []
        delegate: GrantRow {
            width: parent ? parent.width : 0
            busy: card.grants.busy
            onEndRequested: row => { ending.row = row; ending.open() }
        }
    }
    Label {
        visible: card.grants.mine && card.grants.people.length === 0
        text: qsTr("Nobody but you.")
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    Flow {
        visible: card.grants.mine
        spacing: Theme.space8
        Layout.fillWidth: true
        Button { text: qsTr("Let somebody read…"); icon: "eye"; size: "compact"; busy: card.grants.busy; disabledReason: card.grants.offered ? "" : qsTr("This network is older than sharing."); onClicked: form.ask(false) }
        Button { text: qsTr("Let a shop write…"); icon: "pen-line"; size: "compact"; busy: card.grants.busy; onClicked: form.ask(true) }
    }
    ColumnLayout {
        visible: card.grants.offered && !card.grants.keyPublished
        spacing: Theme.space8
        Layout.fillWidth: true
        Label {
            text: card.grants.mine ? qsTr("Workshops can seal private parts for you once your public key is published. It costs a network fee, once.")
                : qsTr("Others can share private parts with you once your public key is published. It costs a network fee, once.")
            type: Theme.caption
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Button { text: qsTr("Receive private parts"); icon: "key-round"; size: "compact"; busy: card.grants.busy; onClicked: card.grants.publishKey() }
    }

    GrantDialog { id: form; grants: card.grants }
    Dialog {
        id: ending
        property var row: ({})
        title: row.writes ? qsTr("End what %1 may write?").arg(row.name) : qsTr("End what %1 may read?").arg(row.name)
        text: row.writes ? qsTr("Nothing that was written goes away. Everything written from now on needs a new grant.")
            : qsTr("%1 gets no key of what is written from now on, and AutoChain opens nothing for them any more. What was read before may have been kept.").arg(row.name)
        harmlessText: qsTr("Keep it")
        actionText: qsTr("End it now")
        onActed: card.grants.end(row.address, row.writes)
    }
    FileDialog {
        id: saveDialog
        title: qsTr("Save the document as")
        fileMode: FileDialog.SaveFile
        onAccepted: card.grants.save(card.saving, selectedFile)
    }
}
