// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// When it locks, what opens it, and what is on paper.
ColumnLayout {
    id: section

    required property SignerViewModel signer
    required property BackupViewModel backup

    readonly property var minutes: [1, 5, 10, 30, 60]

    spacing: Theme.cardGap

    Card {
        title: qsTr("Signer")
        spacing: Theme.space12
        Layout.fillWidth: true
        headItems: [
            StatusBadge {
                visible: section.signer.known
                status: section.signer.unlocked ? "clean" : "nodata"
                text: section.signer.unlocked ? qsTr("Unlocked") : qsTr("Locked")
            },
            Spinner { running: section.signer.busy; visible: running }
        ]
        Label { text: qsTr("A separate program without a network holds your keys. Passphrase and words are typed in its own window and never come here."); color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        ComboBox {
            label: qsTr("It locks without use after")
            model: section.minutes.map(n => n === 1 ? qsTr("1 minute") : qsTr("%1 minutes").arg(n))
            currentIndex: section.minutes.indexOf(section.signer.lockMinutes)
            Layout.preferredWidth: Theme.fieldWidth
            onActivated: index => section.signer.setLockMinutes(section.minutes[index])
        }
        Label { text: qsTr("It also locks, with your records, when the screen is locked, before this computer sleeps, and after 15 minutes without a key or the mouse. This cannot be switched off."); type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true
            Button { visible: section.signer.unlocked; text: qsTr("Lock now"); icon: "lock"; onClicked: section.signer.lock() }
            Button { visible: section.signer.known && !section.signer.unlocked; text: qsTr("Unlock…"); onClicked: section.signer.unlock() }
        }
        Label { visible: text !== ""; text: section.signer.note; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        ErrorBlock {
            visible: section.signer.error.present
            cause: section.signer.error.cause
            money: section.signer.error.money
            todo: section.signer.error.next
            fixText: qsTr("Try again")
            Layout.fillWidth: true
            onFixRequested: section.signer.ask()
        }
    }
    Card {
        visible: section.signer.hasPassphrase
        title: qsTr("What opens it")
        spacing: Theme.space12
        Layout.fillWidth: true
        Label {
            text: section.backup.hasWords || !section.backup.known
                ? qsTr("Your passphrase opens keys and records on this computer. Nobody can give it back to you; if you forget it, your words set a new one.")
                : qsTr("Your passphrase opens keys and records on this computer. Nobody can give it back to you: without it, only the key files you keep bring the accounts back.")
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Button { text: qsTr("Change the passphrase…"); icon: "key-round"; onClicked: section.signer.changePassphrase() }
        Divider { Layout.fillWidth: true }
        Label {
            text: section.signer.desktopUnlocks ? qsTr("This desktop's key service opens it too, for whoever is logged in as you.")
                : qsTr("This desktop's key service can open it too, while you are logged in. Whoever sits at your open desktop then needs no passphrase.")
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Button {
            text: section.signer.desktopUnlocks ? qsTr("Stop this desktop from unlocking") : qsTr("Let this desktop unlock…")
            onClicked: section.signer.setDesktopUnlocks(!section.signer.desktopUnlocks)
        }
    }
    Card {
        title: qsTr("Your words")
        spacing: Theme.space12
        Layout.fillWidth: true
        RowLayout {
            spacing: Theme.space12
            Layout.fillWidth: true
            StatusMark { status: section.backup.wordsStatus; size: Theme.icon18; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space2 }
            RichLine { strong: section.backup.wordsTitle; plain: section.backup.wordsText; Layout.fillWidth: true }
        }
        Label { visible: section.backup.hasWords; text: qsTr("They are not kept anywhere: this program cannot show them again. Nobody who helps you ever needs them."); color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true
            Button {
                text: qsTr("Test my words…")
                icon: "shield-check"
                disabledReason: section.backup.known && !section.backup.hasWords ? qsTr("This wallet has no words: its key was imported.") : ""
                onClicked: section.backup.testWords()
            }
        }
    }
    SheetCard { visible: section.backup.hasWords; sheet: section.backup.sheet; Layout.fillWidth: true }
}
