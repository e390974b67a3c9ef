// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Time left and the moment. `secondsLeft` decides the look (1 day, 3 hours, passed); the words come from the view-model.
/// Beside it always stands what happens if nobody acts.
Rectangle {
    id: chip

    property real secondsLeft: 0
    property string remaining
    property string moment

    readonly property string stage: secondsLeft <= 0 ? "passed" : secondsLeft < 3 * 3600 ? "problem" : secondsLeft < 24 * 3600 ? "attention" : "calm"
    readonly property color ink: stage === "passed" ? Theme.onDanger : stage === "calm" ? Theme.text2 : Theme.statusColor(stage)
    readonly property string word: stage === "passed" ? qsTr("passed") : remaining

    implicitWidth: row.implicitWidth + 2 * Theme.space8
    implicitHeight: Theme.chipHeight
    radius: Theme.radiusMark
    color: stage === "passed" ? Theme.danger : stage === "calm" ? Theme.sunken : Theme.statusTint(stage)
    border.width: stage === "calm" ? Theme.hairline : 0
    border.color: Theme.border
    Accessible.role: Accessible.StaticText
    Accessible.name: stage === "passed" ? qsTr("Deadline passed, %1").arg(moment) : qsTr("Deadline in %1, %2").arg(remaining).arg(moment)

    Row {
        id: row
        x: Theme.space8
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space6
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: chip.stage === "passed" ? "alarm-clock" : "clock"
            size: Theme.icon14
            color: chip.ink
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: chip.word
            textFormat: Text.PlainText
            font: Theme.captionStrong.font
            color: chip.stage === "calm" ? Theme.text : chip.ink
            Accessible.ignored: true
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: chip.moment
            textFormat: Text.PlainText
            font: Theme.caption.font
            color: chip.ink
            Accessible.ignored: true
        }
    }
}
