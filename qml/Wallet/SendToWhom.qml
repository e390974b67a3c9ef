// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Step 1: an address, typed, pasted or picked by name.
Card {
    id: card

    required property SendViewModel send

    function begin(): void { address.forceActiveFocus(Qt.TabFocusReason) }

    title: qsTr("To whom?")
    padding: Theme.cardPaddingMoney
    spacing: Theme.space16

    TextField {
        id: address
        label: qsTr("Address")
        text: card.send.recipient
        placeholderText: qsTr("0x and 40 letters and digits")
        mono: true
        size: "large"
        maximumLength: 80
        help: qsTr("Paste it, or choose a name below. Capitals matter: they are its checksum.")
        errorCause: card.send.recipientError.cause
        errorMoney: card.send.recipientError.money
        errorTodo: card.send.recipientError.next
        Layout.fillWidth: true
        onTextEdited: card.send.recipient = text
        onAccepted: card.send.next()
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Label { text: qsTr("People you know"); type: Theme.label; Layout.bottomMargin: Theme.space4 }
        Rows {
            id: people
            model: card.send.contacts
            delegate: TableRow {
                id: row
                required property string name
                required property string address
                required property bool own
                openOnClick: true
                sidePadding: Theme.space8
                selected: card.send.recipient.toLowerCase() === address.toLowerCase()
                accessibleName: qsTr("Send to %1").arg(name)
                width: parent ? parent.width : 0
                onOpened: card.send.recipient = address
                onSelectRequested: card.send.recipient = address
                Icon { name: row.own ? "book-user" : "user"; color: Theme.text2 }
                TableCell { text: row.name; type: Theme.strong; Layout.fillWidth: true; Accessible.ignored: true }
                AddressText { address: row.address; Accessible.ignored: true }
            }
        }
        Label { visible: people.count === 0; text: qsTr("Your address book is empty. You can name the address later, in Settings."); color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Label { text: card.send.progress !== "" ? card.send.progress : go.disabledReason; color: Theme.text2; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignRight; Layout.fillWidth: true }
        Button {
            id: go
            text: qsTr("Continue")
            kind: "primary"
            size: "large"
            busy: card.send.busy
            disabledReason: card.send.recipient.trim() === "" ? qsTr("Type an address or choose a name.") : ""
            onClicked: card.send.next()
        }
    }
}
