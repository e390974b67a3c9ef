// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Words at the left, small things at the right end; under the words where there is no room beside them. Stands on plain
/// geometry: what comes into the right end later moves at once, without another round of layouts.
Item {
    id: line

    property string text
    property TypeStyle type: Theme.cardTitle
    property color color: Theme.text
    property int role: Accessible.Heading
    property real minimumHeight: 0
    default property alias things: row.data

    readonly property bool stacked: row.width > 0 && words.implicitWidth + Theme.space8 + row.width > width && width > 0
    readonly property bool hasThings: row.width > 0

    implicitWidth: words.implicitWidth + (row.width > 0 ? Theme.space8 + row.width : 0)
    implicitHeight: Math.max(minimumHeight, stacked ? words.height + Theme.space4 + row.height : Math.max(words.height, row.height))

    Label {
        id: words
        text: line.text
        type: line.type
        color: line.color
        wrapMode: Text.Wrap
        width: line.stacked || row.width === 0 ? line.width : line.width - row.width - Theme.space8
        y: line.stacked ? 0 : (line.height - height) / 2
        Accessible.role: line.role
    }
    Row {
        id: row
        spacing: Theme.space8
        x: line.stacked ? 0 : line.width - width
        y: line.stacked ? words.height + Theme.space4 : (line.height - height) / 2
    }
}
