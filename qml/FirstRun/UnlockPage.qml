// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Opens this computer's records of a network, through the signer's window.
StartFrame {
    id: page

    required property UnlockViewModel viewModel

    withHead: false
    contentMaximum: 54 * Theme.grid

    RowLayout {
        spacing: Theme.space16
        Layout.fillWidth: true
        BrandMark { size: 5 * Theme.grid }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Label { text: qsTr("Unlock AutoChain"); type: Theme.title; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
            Label { text: qsTr("%1 on this computer, %2").arg(page.viewModel.person).arg(page.viewModel.network); color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        }
    }
    Card {
        padding: Theme.cardPaddingMoney
        spacing: Theme.space16
        Layout.fillWidth: true
        Accessible.name: qsTr("Unlock")
        Label {
            visible: text !== ""
            text: page.viewModel.serviceNote
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        ErrorBlock {
            visible: page.viewModel.error.present
            cause: page.viewModel.error.cause
            money: page.viewModel.error.money
            todo: page.viewModel.error.next
            Layout.fillWidth: true
        }
        Button {
            text: qsTr("Unlock")
            kind: "primary"
            size: "large"
            busy: page.viewModel.busy
            focus: true
            Layout.fillWidth: true
            onClicked: page.viewModel.unlock()
            Component.onCompleted: forceActiveFocus(Qt.TabFocusReason)
        }
        Label {
            visible: text !== ""
            text: page.viewModel.progress
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        LinkButton { visible: page.viewModel.asksService; text: qsTr("Type the passphrase instead"); onClicked: page.viewModel.skipService() }
        LinkButton {
            text: qsTr("Forgotten the passphrase? Set a new one with your words…")
            disabledReason: page.viewModel.busy ? qsTr("The signer is asking you.") : ""
            onClicked: page.viewModel.recover()
        }
        RowLayout {
            Layout.fillWidth: true
            LinkButton { text: qsTr("Start page"); onClicked: page.viewModel.startPage() }
            Item { Layout.fillWidth: true }
            LinkButton { visible: page.viewModel.others > 0; text: qsTr("Other person…"); onClicked: page.viewModel.otherPerson() }
        }
    }
    Card {
        visible: page.viewModel.deadline !== ""
        Layout.fillWidth: true
        Accessible.name: page.viewModel.deadline
        RowLayout {
            spacing: Theme.space12
            Icon { name: "clock"; size: Theme.icon18 }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Label { text: page.viewModel.deadline; type: Theme.strong; wrapMode: Text.Wrap; Layout.fillWidth: true }
                Label { text: qsTr("Which one is shown after you unlock."); type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
            }
        }
    }
    Label {
        text: qsTr("The signer, a separate program, asks for your passphrase in its own window. It opens your records and keys; what you sign, you still confirm there each time.")
        type: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
