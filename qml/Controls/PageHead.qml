// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// The head of a page: title, tag, caption line below; children are the actions at the right, wrapping below when narrow.
Item {
    id: head

    property string title
    property string tag
    property string caption
    default property alias actions: row.data
    /// Items in place of the caption, for VINs, addresses and marks.
    property alias captionItems: line.data

    readonly property real actionsWidth: {
        let sum = 0
        for (let i = 0; i < row.children.length; ++i)
            sum += row.children[i].visible ? row.children[i].implicitWidth + Theme.space8 : 0
        return Math.max(0, sum - Theme.space8)
    }
    /// The words keep at least 40 grid units, or what they need, before the actions go below.
    readonly property bool stacked: actionsWidth > 0
        && width < actionsWidth + Theme.space16 + Math.min(metrics.advanceWidth, 40 * Theme.grid)

    implicitWidth: 80 * Theme.grid
    implicitHeight: stacked ? words.implicitHeight + Theme.space8 + row.height : Math.max(words.implicitHeight, row.height)

    Column {
        id: words
        width: head.stacked || head.actionsWidth === 0 ? head.width : head.width - head.actionsWidth - Theme.space16
        spacing: Theme.space4
        Item {
            width: parent.width
            height: heading.height
            TextMetrics { id: metrics; font: heading.font; text: head.title }
            Label {
                id: heading
                width: Math.min(Math.ceil(metrics.advanceWidth) + Theme.hairline, parent.width - (chip.visible ? chip.width + Theme.space12 : 0))
                text: head.title
                type: Theme.title
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
            }
            Tag {
                id: chip
                visible: text !== ""
                text: head.tag
                x: heading.width + Theme.space12
                y: (Theme.title.lineHeight - height) / 2
            }
        }
        Label { visible: text !== ""; text: head.caption; color: Theme.text2; wrapMode: Text.Wrap; width: parent.width }
        Flow { id: line; visible: children.length > 0; spacing: Theme.space8; width: parent.width }
    }
    Flow {
        id: row
        spacing: Theme.space8
        width: Math.min(head.width, head.actionsWidth + Theme.hairline)
        x: head.stacked ? 0 : head.width - width
        y: head.stacked ? words.implicitHeight + Theme.space8 : 0
    }
}
