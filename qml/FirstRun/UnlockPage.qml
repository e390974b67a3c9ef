// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Opens this computer's records of a network. The keys stay locked in the signer.
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
        Accessible.name: qsTr("Password")
        RowLayout {
            spacing: Theme.space8
            Layout.fillWidth: true
            TextField {
                id: password
                label: qsTr("Password")
                password: !show.checked
                size: "large"
                focus: true
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                Layout.fillWidth: true
                onAccepted: page.viewModel.unlock(text)
                Component.onCompleted: forceActiveFocus(Qt.TabFocusReason)
            }
            IconButton { id: show; text: checked ? qsTr("Hide the password") : qsTr("Show the password"); icon: checked ? "eye-off" : "eye"; Layout.alignment: Qt.AlignBottom; Layout.bottomMargin: Theme.space4; onClicked: checked = !checked }
        }
        ErrorBlock {
            visible: page.viewModel.error.present
            cause: page.viewModel.error.cause
            money: page.viewModel.error.money
            todo: page.viewModel.error.next
            Layout.fillWidth: true
        }
        Button {
            text: page.viewModel.waitSeconds > 0 ? qsTr("Unlock in %n second(s)", "", page.viewModel.waitSeconds) : qsTr("Unlock")
            kind: "primary"
            size: "large"
            busy: page.viewModel.busy
            disabledReason: page.viewModel.waitSeconds > 0 ? qsTr("Too many tries. It opens again in a minute.") : ""
            Layout.fillWidth: true
            onClicked: page.viewModel.unlock(password.text)
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
        text: qsTr("This opens your records and messages. Your keys stay locked in the signer, a separate program, until you sign something.")
        type: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
