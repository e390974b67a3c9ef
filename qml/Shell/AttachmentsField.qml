// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Files that go with what is being written: chosen, or dropped here.
ColumnLayout {
    id: field

    required property AttachmentsModel files
    property string label
    property string note

    spacing: Theme.space8

    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Label { text: field.label; type: Theme.label; Layout.fillWidth: true }
        Spinner { running: field.files.busy; visible: running }
        Button { text: field.files.photosOnly ? qsTr("Add photos…") : qsTr("Add files…"); icon: field.files.photosOnly ? "image" : "paperclip"; size: "compact"; onClicked: dialog.open() }
    }
    Item {
        implicitHeight: Math.max(rows.implicitHeight, 5 * Theme.grid)
        Layout.fillWidth: true
        DashedBox { anchors.fill: parent; color: drop.containsDrag ? Theme.accent : Theme.borderControl }
        Label { visible: field.files.count === 0; anchors.centerIn: parent; text: field.files.photosOnly ? qsTr("Drop photos here") : qsTr("Drop files here"); color: Theme.text2 }
        Rows {
            id: rows
            width: parent.width
            model: field.files
            delegate: AttachmentLine {
                photo: field.files.photosOnly
                width: parent ? parent.width : 0
                onRemoveRequested: field.files.remove(key)
                onFrontRequested: field.files.toFront(key)
            }
        }
        DropArea {
            id: drop
            anchors.fill: parent
            keys: ["text/uri-list"]
            onDropped: event => { field.files.add(event.urls); event.accept() }
        }
    }
    Label { visible: field.note !== ""; text: field.note; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    Label { visible: text !== ""; text: field.files.refused; type: Theme.caption; color: Theme.problem; wrapMode: Text.Wrap; Layout.fillWidth: true }
    FileDialog {
        id: dialog
        fileMode: FileDialog.OpenFiles
        title: field.files.photosOnly ? qsTr("Add photos") : qsTr("Add files")
        nameFilters: field.files.photosOnly ? [qsTr("Pictures (*.jpg *.jpeg *.png *.webp *.gif)"), qsTr("All files (*)")] : [qsTr("All files (*)")]
        onAccepted: field.files.add(selectedFiles)
    }
}
