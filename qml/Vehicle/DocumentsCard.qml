// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Dialogs
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Papers and pictures that lie with records. Every byte is checked against its record before it is opened or saved.
Card {
    id: card

    required property VehicleViewModel car
    readonly property DocumentsModel documents: car.documents
    signal recordChosen(int record)

    visible: documents.count > 0
    title: qsTr("Documents")
    caption: qsTr("%L1").arg(documents.count)
    flush: true
    spacing: 0

    ListView {
        id: list
        model: card.documents
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        implicitHeight: Math.min(contentHeight, 40 * Theme.grid)
        interactive: contentHeight > height
        Layout.fillWidth: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Documents")
        delegate: DocumentLine {
            width: list.width
            onFetchRequested: card.documents.fetch(key)
            onStopRequested: card.documents.stop(key)
            onOpenRequested: card.documents.open(key)
            onSaveRequested: {
                dialog.key = key
                dialog.selectedFile = "file:" + name.split("/").pop()
                dialog.open()
            }
            onChosen: record => card.recordChosen(record)
        }
    }
    Label { visible: text !== ""; text: card.documents.note; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true; Layout.margins: Theme.space12 }
    ErrorBlock { cause: card.documents.error.cause; money: card.documents.error.money; todo: card.documents.error.next; Layout.fillWidth: true; Layout.margins: Theme.space12 }
    FileDialog {
        id: dialog
        property string key
        fileMode: FileDialog.SaveFile
        title: qsTr("Save a document")
        onAccepted: card.documents.save(key, selectedFile)
    }
}
