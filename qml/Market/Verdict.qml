// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Controls
import AutoChain.Theme

/// One of the four answers under a car: mark and short word. Empty status: the history is still being read.
Row {
    id: verdict

    property string status
    property string word
    property string fullWord

    spacing: Theme.space4
    Accessible.role: Accessible.StaticText
    Accessible.name: status === "" ? qsTr("%1: being read").arg(fullWord) : qsTr("%1: %2").arg(fullWord).arg(mark.word)

    Item {
        implicitWidth: Theme.mark
        implicitHeight: Theme.mark
        anchors.verticalCenter: parent.verticalCenter
        StatusMark { id: mark; visible: verdict.status !== ""; anchors.fill: parent; status: verdict.status; Accessible.ignored: true }
        Rectangle { visible: verdict.status === ""; anchors.fill: parent; anchors.margins: Theme.space2; radius: width / 2; color: Theme.pressed }
    }
    Label {
        visible: verdict.word !== ""
        text: verdict.word
        color: verdict.status === "attention" || verdict.status === "problem" ? Theme.statusColor(verdict.status) : Theme.text2
        type: verdict.status === "attention" || verdict.status === "problem" ? Theme.captionStrong : Theme.caption
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
}
