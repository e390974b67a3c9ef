// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The separate program that holds the keys.
Card {
    id: card

    required property SignerViewModel signer
    signal settingsWanted()

    title: qsTr("Signer")
    headItems: [
        StatusBadge {
            visible: card.signer.known
            status: card.signer.unlocked ? "clean" : "nodata"
            text: card.signer.unlocked ? qsTr("Unlocked") : qsTr("Locked")
        },
        Spinner { running: card.signer.busy; visible: running }
    ]

    Label {
        text: card.signer.lockMinutes > 0 ? qsTr("Keys live in a separate program. It locks after %1 min without use.").arg(card.signer.lockMinutes) : qsTr("Keys live in a separate program.")
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    Label {
        visible: card.signer.known && !card.signer.hasMyKey
        text: qsTr("Your key is not on this computer: you can look, not sign.")
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    LinkButton { visible: card.signer.unlocked; text: qsTr("Lock now"); onClicked: card.signer.lock() }
    LinkButton { visible: card.signer.known && !card.signer.unlocked; text: qsTr("Unlock…"); onClicked: card.signer.unlock() }
    LinkButton { text: qsTr("Signer and words…"); onClicked: card.settingsWanted() }
    Label { visible: text !== ""; text: card.signer.note; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    ErrorBlock {
        visible: card.signer.error.present
        cause: card.signer.error.cause
        money: card.signer.error.money
        todo: card.signer.error.next
        fixText: qsTr("Try again")
        Layout.fillWidth: true
        onFixRequested: card.signer.ask()
    }
}
