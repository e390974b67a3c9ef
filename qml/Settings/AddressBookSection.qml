// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Names for addresses. They are your own and stay on this computer.
ColumnLayout {
    id: section

    required property AddressBookEditor book

    spacing: Theme.cardGap

    Card {
        title: qsTr("Name an address")
        spacing: Theme.space12
        Layout.fillWidth: true
        GridLayout {
            columns: Theme.narrow ? 1 : 2
            columnSpacing: Theme.space12
            rowSpacing: Theme.space12
            Layout.fillWidth: true
            TextField {
                label: qsTr("Name")
                text: section.book.name
                maximumLength: 64
                errorCause: section.book.nameError.cause
                errorMoney: section.book.nameError.money
                errorTodo: section.book.nameError.next
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                onTextEdited: section.book.name = text
            }
            TextField {
                label: qsTr("Address")
                text: section.book.address
                mono: true
                maximumLength: 80
                errorCause: section.book.addressError.cause
                errorMoney: section.book.addressError.money
                errorTodo: section.book.addressError.next
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                onTextEdited: section.book.address = text
                onAccepted: section.book.keep()
            }
        }
        Button { text: qsTr("Keep the name"); kind: "primary"; onClicked: section.book.keep() }
    }
    Card {
        title: qsTr("Names you gave")
        flush: true
        spacing: 0
        Layout.fillWidth: true
        Rows {
            id: contacts
            model: section.book.contacts
            delegate: TableRow {
                id: row
                required property string name
                required property string address
                required property bool own
                accessibleName: [name, address].join(", ")
                width: parent ? parent.width : 0
                Icon { name: row.own ? "book-user" : "user"; color: Theme.text2 }
                TableCell { text: row.name; type: Theme.strong; Layout.fillWidth: true; Accessible.ignored: true }
                AddressText { address: row.address; Accessible.ignored: true }
                Tag { visible: !row.own; text: qsTr("practice") }
                IconButton { visible: row.own; compact: true; icon: "pencil"; text: qsTr("Rename %1").arg(row.name); onClicked: { section.book.name = row.name; section.book.address = row.address } }
                IconButton { visible: row.own; compact: true; icon: "trash-2"; text: qsTr("Forget %1").arg(row.name); onClicked: section.book.forget(row.address) }
            }
        }
        Label { visible: contacts.count === 0; text: qsTr("None yet."); color: Theme.text2; Layout.margins: Theme.space16 }
    }
}
