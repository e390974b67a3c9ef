// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One source of documents; below it what is the matter.
Column {
    id: line

    required property string url
    required property string name
    required property string address
    required property string status
    required property string stateText
    required property string meaning
    required property bool removable
    property bool wide: true
    property real stateWidth
    property real actionWidth

    signal removeRequested()

    TableRow {
        accessibleName: [line.name, line.address, line.stateText, line.meaning].filter(w => w !== "").join(", ")
        lined: line.meaning === ""
        width: parent.width
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.scaled(136)
            TableCell { text: line.name; Layout.fillWidth: true; Accessible.ignored: true }
            TableCell { visible: !line.wide; text: line.address; type: Theme.mono; color: Theme.text2; Layout.fillWidth: true; Accessible.ignored: true }
        }
        TableCell { visible: line.wide; text: line.address; type: Theme.mono; color: Theme.text2; Layout.fillWidth: true; Layout.preferredWidth: Theme.scaled(232); Accessible.ignored: true }
        Item {
            implicitWidth: line.stateWidth
            implicitHeight: badge.implicitHeight
            StatusBadge { id: badge; status: line.status; text: line.stateText }
        }
        Item {
            implicitWidth: line.actionWidth
            implicitHeight: remove.implicitHeight
            Button { id: remove; visible: line.removable; text: qsTr("Remove"); accessibleName: qsTr("Remove %1, %2").arg(line.name).arg(line.address); kind: "quiet"; size: "compact"; anchors.right: parent.right; onClicked: line.removeRequested() }
        }
    }
    HeadLine {
        visible: line.meaning !== ""
        x: Theme.space16
        width: parent.width - 2 * x
        height: implicitHeight + Theme.space8
        text: line.meaning
        type: Theme.caption
        color: line.status === "problem" ? Theme.problem : Theme.text2
        role: Accessible.StaticText
    }
    Divider { visible: line.meaning !== ""; width: parent.width }
}
