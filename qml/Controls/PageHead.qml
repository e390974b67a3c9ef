// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// The head of a page: title, tag, caption line below; children are the actions at the right, wrapping below when narrow.
GridLayout {
    id: head

    property string title
    property string tag
    property string caption
    default property alias actions: row.data
    /// Items in place of the caption, for VINs, addresses and marks.
    property alias captionItems: line.data

    readonly property bool stacked: width < row.implicitWidth + Math.min(words.implicitWidth, 40 * Theme.grid) + Theme.space16

    columns: stacked ? 1 : 2
    columnSpacing: Theme.space16
    rowSpacing: Theme.space8

    ColumnLayout {
        id: words
        spacing: Theme.space4
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        RowLayout {
            spacing: Theme.space12
            Label { text: head.title; type: Theme.title; wrapMode: Text.Wrap; Layout.fillWidth: true; Layout.maximumWidth: Math.ceil(implicitWidth) + Theme.hairline; Accessible.role: Accessible.Heading }
            Tag { visible: text !== ""; text: head.tag }
        }
        Label { visible: text !== ""; text: head.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Flow { id: line; visible: children.length > 0; spacing: Theme.space8; Layout.fillWidth: true }
    }
    Flow {
        id: row
        visible: children.length > 0
        spacing: Theme.space8
        Layout.alignment: head.stacked ? Qt.AlignLeft | Qt.AlignTop : Qt.AlignRight | Qt.AlignTop
        Layout.maximumWidth: head.width
    }
}
