// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// Recording something: a reading, a service, a statement, a correction. What is recorded stays.
Card {
    id: card

    required property RecordFormViewModel form

    visible: form.open
    title: qsTr("Record something")
    padding: Theme.cardPaddingMoney
    spacing: Theme.space16

    ComboBox { label: qsTr("What"); model: card.form.kinds; currentIndex: card.form.kind; onActivated: index => card.form.kind = index; Layout.fillWidth: true; Layout.maximumWidth: 36 * Theme.grid }
    Label { visible: text !== ""; text: card.form.aboutText; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    TextField {
        visible: card.form.kindKey === "service"
        label: qsTr("What was done")
        text: card.form.title
        maximumLength: 80
        onTextChanged: if (text !== card.form.title) card.form.title = text
        Layout.fillWidth: true
    }
    RowLayout {
        visible: card.form.kindKey !== "statement"
        spacing: Theme.space16
        Layout.fillWidth: true
        TextField {
            label: card.form.kindKey === "correction" ? qsTr("Right reading") : qsTr("Odometer")
            labelNote: card.form.kindKey === "odometer" ? "" : qsTr("if known")
            unit: card.form.unit
            numeric: true
            text: card.form.km
            help: card.form.kmNote
            onTextChanged: if (text !== card.form.km) card.form.km = text
            Layout.fillWidth: true
        }
        TextField { visible: card.form.kindKey === "service"; label: qsTr("Price"); labelNote: qsTr("if you like"); numeric: true; text: card.form.price; onTextChanged: if (text !== card.form.price) card.form.price = text; Layout.fillWidth: true }
    }
    TextArea {
        label: card.form.kindKey === "statement" ? qsTr("What you say") : card.form.kindKey === "correction" ? qsTr("What was wrong") : qsTr("Notes")
        counter: qsTr("%L1 of 4,000").arg(text.length)
        text: card.form.notes
        onTextChanged: if (text !== card.form.notes) card.form.notes = text
        Layout.fillWidth: true
    }
    AttachmentsField {
        files: card.form.files
        label: qsTr("Papers and photos")
        note: qsTr("They are kept as they are, byte for byte; a photo can hold the place and time it was taken at. Everybody can read them.")
        Layout.fillWidth: true
    }
    CheckBox {
        visible: card.form.kindKey === "statement" && card.form.about >= 0 || card.form.kindKey === "correction"
        text: card.form.kindKey === "correction" ? qsTr("The record does not count at all any more") : qsTr("The record is wrong")
        checked: card.form.strong
        onToggled: card.form.strong = checked
    }
    ColumnLayout {
        visible: card.form.privatePart.offered
        spacing: Theme.space8
        Layout.fillWidth: true
        Label { text: qsTr("Private part"); type: Theme.strong }
        Label { text: qsTr("What you tick is sealed: everybody else sees that there is a private part, when it was written and by whom, and none of its words."); type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Flow {
            spacing: Theme.space16
            Layout.fillWidth: true
            CheckBox { visible: card.form.privatePart.hasMore; text: qsTr("What was done"); accessibleName: qsTr("What was done is private"); checked: card.form.privatePart.title; onToggled: card.form.privatePart.title = checked }
            CheckBox { visible: card.form.privatePart.hasMore; text: qsTr("Price"); accessibleName: qsTr("The price is private"); checked: card.form.privatePart.price; onToggled: card.form.privatePart.price = checked }
            CheckBox { text: card.form.kindKey === "statement" ? qsTr("What you say") : qsTr("Notes"); accessibleName: card.form.kindKey === "statement" ? qsTr("What you say is private") : qsTr("The notes are private"); checked: card.form.privatePart.notes; onToggled: card.form.privatePart.notes = checked }
        }
        RowLayout {
            visible: card.form.privatePart.readers !== ""
            spacing: Theme.space8
            Layout.fillWidth: true
            Icon { name: "lock"; size: Theme.icon14; color: Theme.text2; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space2 }
            Label { text: card.form.privatePart.readers; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        }
    }
    ErrorBlock { cause: card.form.sendError.cause; money: card.form.sendError.money; todo: card.form.sendError.next; Layout.fillWidth: true }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Button { text: qsTr("Cancel"); onClicked: card.form.cancel() }
        Label { text: card.form.busy ? card.form.doing : card.form.waitsFor !== "" ? card.form.waitsFor : card.form.privatePart.chosen ? qsTr("Everybody can read the rest, and nobody can take any of it out again.") : qsTr("Everybody can read it, and nobody can take it out again."); type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignRight; Layout.fillWidth: true }
        Button { text: qsTr("Continue in the signer"); kind: "primary"; busy: card.form.busy; disabledReason: card.form.waitsFor; onClicked: card.form.send() }
    }
}
