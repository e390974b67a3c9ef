// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// One line of the timeline: a record, a correction or statement beside one, or a stretch without any. Few and plain items:
/// thousands of these scroll by.
Item {
    id: line

    required property int index
    required property string shape
    required property int record
    required property string date
    required property string icon
    required property string text
    required property string by
    required property string level
    required property bool problem
    required property bool withdrawn
    required property string note
    required property string spoken

    /// The card of the timeline: openRecord, openBeside, listHasFocus, car, toggle(row), lead(record).
    required property Item timeline
    readonly property bool gap: shape === "gap"
    readonly property bool beside: shape === "beside"
    readonly property bool open: !gap && timeline.openRecord === record && timeline.openBeside === beside
    readonly property color ink: problem ? Theme.problem : gap ? Theme.nodata : withdrawn ? Theme.text3 : Theme.text

    width: ListView.view ? ListView.view.width : 0
    height: Theme.rowDense + (more.item ? more.item.height : 0)
    Accessible.role: Accessible.ListItem
    Accessible.name: spoken
    Accessible.description: gap ? "" : open ? qsTr("opened") : qsTr("closed")
    Accessible.focusable: true
    Accessible.focused: ListView.isCurrentItem && timeline.listHasFocus
    Accessible.onPressAction: timeline.toggle(line.index)

    Loader { active: line.gap; width: parent.width; height: Theme.rowDense; sourceComponent: Hatch {} }
    Rectangle { width: parent.width; height: Theme.rowDense; color: line.problem ? Theme.problemTint : line.open ? Theme.accentTint : pointer.hovered && !line.gap ? Theme.hover : Theme.none }
    Rectangle { visible: line.ListView.isCurrentItem && line.timeline.listHasFocus; width: Theme.line3; height: Theme.rowDense; color: Theme.accent }
    Label {
        id: when
        x: Theme.space16
        width: 12.5 * Theme.grid
        height: Theme.rowDense
        text: line.date
        color: line.gap ? Theme.nodata : Theme.text2
        Accessible.ignored: true
    }
    Icon {
        id: sign
        visible: !line.gap
        x: when.x + when.width + (line.beside ? Theme.space24 : 0)
        y: (Theme.rowDense - height) / 2
        name: line.icon
        size: Theme.icon14
        color: line.problem ? Theme.problem : Theme.text2
    }
    Label { // takes the room there is: a width that follows the text's own is measured before the font is set
        id: words
        x: sign.x + sign.width + Theme.space8
        width: Math.max(0, remark.x - x - Theme.space8)
        height: Theme.rowDense
        text: line.text
        color: line.ink
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Rectangle { visible: line.withdrawn; x: words.x; y: Math.round(Theme.rowDense / 2); width: words.contentWidth; height: Theme.hairline; color: line.ink } // struck out
    Label {
        id: remark
        anchors.right: side.left
        anchors.rightMargin: Theme.space12
        width: line.width > 88 * Theme.grid ? 20 * Theme.grid : 0 // what it says also stands in the line beside the record
        visible: width > 0
        horizontalAlignment: Text.AlignRight
        height: Theme.rowDense
        text: line.note
        type: Theme.caption
        color: Theme.text3
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Label {
        id: side
        readonly property real room: Theme.narrow || line.gap ? 0 : line.width * 0.32
        anchors.right: mark.left
        anchors.rightMargin: Theme.markGap
        width: Math.min(implicitWidth, room)
        height: Theme.rowDense
        text: line.by
        color: Theme.text2
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignRight
        Accessible.ignored: true
    }
    ProvenanceMark {
        id: mark
        visible: !line.gap
        level: line.level === "" ? "reported" : line.level
        tabStop: false
        anchors.right: parent.right
        anchors.rightMargin: Theme.space16 + Theme.icon14 + Theme.space8
        y: (Theme.rowDense - height) / 2
        Accessible.ignored: true
    }
    Icon { visible: !line.gap; name: line.open ? "chevron-up" : "chevron-down"; size: Theme.icon14; anchors.right: parent.right; anchors.rightMargin: Theme.space16; y: (Theme.rowDense - height) / 2 }
    Divider { width: parent.width; y: parent.height - height }
    Loader {
        id: more
        active: line.open
        y: Theme.rowDense
        width: parent.width
        sourceComponent: RecordDetails {
            width: more.width
            car: line.timeline.car
            record: line.record
            onLeadTo: record => line.timeline.lead(record)
        }
    }
    HoverHandler { id: pointer; enabled: !line.gap; cursorShape: Qt.PointingHandCursor }
    TapHandler {
        enabled: !line.gap
        onTapped: point => {
            if (point.position.y <= Theme.rowDense)
                line.timeline.toggle(line.index)
        }
    }
}
