// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The restore drill: do the words on paper and the newest file bring everything back? Nothing in use is touched.
Card {
    id: card

    required property BackupViewModel backup

    readonly property DrillViewModel drill: backup.drill
    readonly property string reason: backup.known && !backup.hasWords ? qsTr("This wallet has no words: its key was imported.") : ""

    title: qsTr("Would it come back?")
    spacing: Theme.space12

    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        StatusMark { status: card.backup.wordsStatus; size: Theme.icon18; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space2 }
        RichLine { strong: card.backup.wordsTitle; plain: card.backup.wordsText; Layout.fillWidth: true }
    }
    Label {
        visible: !card.drill.busy && !card.drill.done
        text: qsTr("The test takes your words from your paper, in the signer's own window, and restores the newest file in memory. Nothing you use is touched.")
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    Flow {
        visible: !card.drill.busy
        spacing: Theme.space8
        Layout.fillWidth: true
        Button { text: qsTr("Test my words…"); icon: "shield-check"; disabledReason: card.reason; onClicked: card.backup.testFile("") }
        Button { text: qsTr("Test with another file…"); disabledReason: card.reason; onClicked: dialog.open() }
    }
    RowLayout {
        visible: card.drill.busy
        spacing: Theme.space12
        Layout.fillWidth: true
        Spinner { running: visible; size: Theme.icon18 }
        Label { text: card.drill.progress; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Button { text: qsTr("Cancel the test"); onClicked: card.drill.cancel() }
    }
    Divider { visible: card.drill.done; Layout.fillWidth: true }
    RowLayout {
        visible: card.drill.done
        spacing: Theme.space12
        Layout.fillWidth: true
        Label { text: card.drill.verdict; type: Theme.heading; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Button { text: qsTr("Close the report"); size: "compact"; onClicked: card.drill.dismiss() }
    }
    FindingRows { model: card.drill.findings; Layout.fillWidth: true }
    ErrorBlock {
        visible: card.drill.error.present
        cause: card.drill.error.cause
        money: card.drill.error.money
        todo: card.drill.error.next
        Layout.fillWidth: true
    }
    FileDialog { id: dialog; title: qsTr("Backup file"); nameFilters: [qsTr("Backups (*.acbackup)"), qsTr("All files (*)")]; onAccepted: card.backup.testChosen(selectedFile) }
}
