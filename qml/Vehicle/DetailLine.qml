// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// One line of an opened record (detaillist.h): key and value, an item with its price, a note, a state, a way to another
/// record, a document.
Item {
    id: row

    required property var line
    required property int record
    required property DocumentsModel documents
    readonly property string type: line.type
    signal leadTo(int record)

    implicitHeight: loader.item ? loader.item.implicitHeight : 0

    Loader {
        id: loader
        width: row.width
        sourceComponent: row.type === "pair" ? pair : row.type === "item" || row.type === "document" ? item : row.type === "state" ? state
            : row.type === "link" ? link : words
    }
    Component {
        id: pair
        KeyValue { key: row.line.key; value: row.line.value; keyWidth: Math.min(18 * Theme.grid, row.width * 0.4) }
    }
    Component {
        id: item
        RowLayout {
            spacing: Theme.space12
            Accessible.role: Accessible.StaticText
            Accessible.name: [row.line.value, row.line.key].filter(w => w !== "").join(", ")
            Icon { name: row.type === "document" ? "paperclip" : "minus"; size: Theme.icon14; color: Theme.text3; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space4 }
            Label { text: row.line.value; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
            Label { text: row.line.key; color: Theme.text2; horizontalAlignment: Text.AlignRight; wrapMode: Text.Wrap; Layout.maximumWidth: row.width * 0.5; Accessible.ignored: true }
        }
    }
    Component {
        id: state
        RowLayout {
            spacing: Theme.space8
            StatusMark { status: row.line.status; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space4 }
            Label { text: row.line.value; color: Theme.statusColor(row.line.status); wrapMode: Text.Wrap; Layout.fillWidth: true }
        }
    }
    Component {
        id: link
        LinkButton { text: row.line.value; accessibleName: qsTr("%1 (from record %2)").arg(row.line.value).arg(row.record + 1); onClicked: row.leadTo(row.line.record) }
    }
    Component {
        id: words
        Label { text: row.line.value; type: row.type === "head" ? Theme.captionStrong : Theme.body; color: row.type === "head" ? Theme.text2 : Theme.text; wrapMode: Text.Wrap }
    }
}
