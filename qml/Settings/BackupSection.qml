// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What is kept besides the chain, where and how often; and whether words and file really bring it back.
ColumnLayout {
    id: section

    required property BackupViewModel backup

    readonly property real keyWidth: Theme.scaled(120)
    readonly property var keeps: [3, 7, 14, 30]

    spacing: Theme.cardGap

    Card {
        Layout.fillWidth: true
        spacing: Theme.space12
        Accessible.name: qsTr("State of the backups")
        RowLayout {
            spacing: Theme.space12
            Layout.fillWidth: true
            StatusMark { status: section.backup.status; size: Theme.icon20; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space2 }
            ColumnLayout {
                spacing: Theme.space2
                Layout.fillWidth: true
                Label { text: section.backup.headline; type: Theme.heading; wrapMode: Text.Wrap; Layout.fillWidth: true }
                Label { text: section.backup.explanation; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
            }
        }
        KeyValue { key: qsTr("Last one"); value: section.backup.lastText; keyWidth: section.keyWidth; Layout.fillWidth: true }
        KeyValue { key: qsTr("Next one"); value: section.backup.nextText; keyWidth: section.keyWidth; Layout.fillWidth: true }
        KeyValue { visible: section.backup.opensWith !== ""; key: qsTr("Opens with"); value: section.backup.opensWith; keyWidth: section.keyWidth; Layout.fillWidth: true }
        ErrorBlock {
            visible: section.backup.error.present
            cause: section.backup.error.cause
            money: section.backup.error.money
            todo: section.backup.error.next
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.space12
            Layout.fillWidth: true
            Button { text: qsTr("Back up now"); kind: "primary"; icon: "archive"; busy: section.backup.busy; onClicked: section.backup.backUpNow() }
        }
        Label { visible: text !== ""; text: section.backup.note; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
    DrillCard { backup: section.backup; Layout.fillWidth: true }
    SheetCard { visible: section.backup.hasWords; sheet: section.backup.sheet; Layout.fillWidth: true }
    Card {
        title: qsTr("When and where")
        spacing: Theme.space12
        Layout.fillWidth: true
        ColumnLayout {
            spacing: Theme.space4
            Layout.fillWidth: true
            Label { text: qsTr("By itself, while the signer is unlocked"); type: Theme.label }
            SegmentedControl {
                accessibleName: qsTr("How often")
                options: [{ text: qsTr("Every day") }, { text: qsTr("Every week") }, { text: qsTr("Never") }]
                currentIndex: section.backup.rhythm
                onActivated: index => section.backup.rhythm = index
            }
        }
        ComboBox {
            label: qsTr("Older ones that are kept")
            model: section.keeps.map(n => qsTr("the last %1").arg(n))
            currentIndex: section.keeps.indexOf(section.backup.keep)
            Layout.preferredWidth: Theme.fieldWidth
            onActivated: index => section.backup.keep = section.keeps[index]
        }
        Divider { Layout.fillWidth: true }
        Label { text: qsTr("Folder"); type: Theme.label }
        Label { text: section.backup.folder; type: Theme.mono; wrapMode: Text.WrapAnywhere; Layout.fillWidth: true }
        Label {
            text: section.backup.ownFolder ? qsTr("On this computer: if its disk breaks, the backups go with it. Choose a USB stick or a folder that is copied elsewhere; the files are encrypted.")
                : qsTr("The files are encrypted. While the folder is away no backup is made, and that is said here.")
            type: Theme.caption
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.space8
            Layout.fillWidth: true
            Button { text: qsTr("Choose a folder…"); icon: "usb"; onClicked: folderDialog.open() }
            Button { visible: !section.backup.ownFolder; text: qsTr("Back to this computer's folder"); onClicked: section.backup.useOwnFolder() }
        }
    }
    Card {
        title: qsTr("Backup files")
        flush: true
        spacing: 0
        Layout.fillWidth: true
        Rows {
            id: files
            model: section.backup.files
            delegate: TableRow {
                id: row
                required property string path
                required property string made
                required property string size
                required property string status
                required property string stateText
                accessibleName: [made, size, stateText].join(", ")
                width: parent ? parent.width : 0
                TableCell { text: row.made; type: Theme.strong; Layout.fillWidth: true; Accessible.ignored: true }
                TableCell { text: row.size; alignRight: true; exact: true; Layout.preferredWidth: Theme.scaled(72); Accessible.ignored: true }
                StatusBadge { status: row.status; text: row.stateText }
                Button {
                    text: qsTr("Test…")
                    size: "compact"
                    accessibleName: qsTr("Test the file of %1").arg(row.made)
                    disabledReason: section.backup.drill.busy ? qsTr("A test is under way.") : !section.backup.hasWords ? qsTr("There are no words to test it with.") : ""
                    onClicked: section.backup.testFile(row.path)
                }
            }
        }
        Label { visible: files.count === 0; text: qsTr("None in this folder."); color: Theme.text2; Layout.margins: Theme.space16 }
    }
    FolderDialog { id: folderDialog; title: qsTr("Folder for backups"); onAccepted: section.backup.chooseFolder(selectedFolder) }
}
