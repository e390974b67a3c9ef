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

    readonly property string said: status === "clean" ? qsTr("clean") : status === "attention" ? qsTr("attention")
        : status === "problem" ? qsTr("problem") : status === "nodata" ? qsTr("no data") : qsTr("being read")

    spacing: Theme.space4
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(fullWord).arg(said)

    Item {
        implicitWidth: Theme.mark
        implicitHeight: Theme.mark
        anchors.verticalCenter: parent.verticalCenter
        StatusMark { visible: verdict.status !== ""; anchors.fill: parent; status: verdict.status }
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
