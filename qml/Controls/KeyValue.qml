// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// A label and its value on one row. Give `value`, or put items of your own inside. `keyWidth` 0: value at the right.
RowLayout {
    id: row

    property string key
    property string value
    property string level
    property var block
    property bool strong: false
    property bool mono: false
    property real keyWidth: 0
    default property alias content: extras.data

    spacing: Theme.space12
    Accessible.role: Accessible.Grouping
    Accessible.name: [key, value, level !== "" ? mark.word : ""].filter(w => w !== "").join(" ")

    Label {
        text: row.key
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: row.keyWidth === 0
        Layout.preferredWidth: row.keyWidth > 0 ? row.keyWidth : -1
        Accessible.ignored: true
    }
    Label {
        visible: text !== ""
        text: row.value
        type: row.mono ? Theme.mono : row.strong ? Theme.strong : Theme.body
        wrapMode: Text.Wrap
        horizontalAlignment: row.keyWidth === 0 ? Text.AlignRight : Text.AlignLeft
        Layout.fillWidth: row.keyWidth > 0
        Layout.maximumWidth: row.keyWidth > 0 ? Number.POSITIVE_INFINITY : row.width * 0.66
        Accessible.ignored: true
    }
    Row { id: extras; visible: children.length > 0; spacing: Theme.space8; Layout.fillWidth: row.keyWidth > 0 }
    ProvenanceMark { id: mark; visible: row.level !== ""; level: row.level; about: row.key; block: row.block; Accessible.ignored: !tells }
}
