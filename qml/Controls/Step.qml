// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// One step of a Stepper. progress: "done", "current", "todo".
Item {
    id: step

    property int number: 1
    property string title
    property string caption
    property string progress: "todo"
    property string level
    property var block
    property bool last: false

    readonly property bool done: progress === "done"
    readonly property bool current: progress === "current"
    readonly property real wordsX: dot.width + Theme.space8
    readonly property real wordsWidth: Math.max(0, width - wordsX - Theme.space8)

    implicitHeight: below.y + below.implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: [title, caption, done ? qsTr("done") : current ? qsTr("now") : qsTr("not yet"),
        level !== "" ? mark.word : ""].filter(w => w !== "").join(", ")

    TextMetrics { id: titleSize; font: above.font; text: step.title }
    TextMetrics { id: captionSize; font: below.font; text: step.caption }

    Rectangle {
        id: dot
        width: Theme.stepDot
        height: Theme.stepDot
        radius: width / 2
        color: step.done ? Theme.accent : Theme.surface
        border.width: step.done ? 0 : step.current ? Theme.line2 : Theme.hairline
        border.color: step.current ? Theme.accentText : Theme.borderControl
        Icon { anchors.centerIn: parent; visible: step.done; name: "check"; size: Theme.icon12; stroke: Theme.tickStroke; color: Theme.onAccent }
        Text {
            anchors.centerIn: parent
            visible: !step.done
            text: step.number
            font: Theme.captionStrong.font
            color: step.current ? Theme.accentText : Theme.text3
            Accessible.ignored: true
        }
    }
    Label {
        id: above
        x: step.wordsX
        width: Math.min(Math.ceil(titleSize.advanceWidth) + Theme.hairline, step.wordsWidth)
        text: step.title
        type: step.current ? Theme.strong : Theme.label
        color: step.done || step.current ? Theme.text : Theme.text2
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    Label {
        id: below
        x: step.wordsX
        y: above.height
        width: Math.min(Math.ceil(captionSize.advanceWidth) + Theme.hairline, step.wordsWidth - (mark.visible ? mark.width + Theme.markGap : 0))
        text: step.caption
        type: Theme.caption
        color: Theme.text2
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    ProvenanceMark {
        id: mark
        visible: step.level !== ""
        level: step.level
        about: step.title
        block: step.block
        cut: Theme.canvas
        x: below.x + below.width + Theme.markGap
        y: below.y + (Theme.caption.lineHeight - height) / 2
        Accessible.ignored: !tells
    }
    Rectangle {
        readonly property real from: above.x + above.width + Theme.space16
        visible: !step.last && width > 0
        x: from
        y: dot.height / 2
        width: Math.max(0, step.width - from - Theme.space12)
        height: Theme.hairline
        color: step.done ? Theme.borderControl : Theme.border
    }
}
