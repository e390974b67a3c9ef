// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One node; below it what is the matter, and for one that lied the way back.
Column {
    id: line

    required property string url
    required property string name
    required property string address
    required property string block
    required property string answersIn
    required property string status
    required property string stateText
    required property string usedFor
    required property string meaning
    required property bool removable
    required property bool shutOut
    property bool wide: true
    property bool roomy: true
    property real numberWidth
    property real stateWidth
    property real useWidth
    property real actionWidth

    signal removeRequested()
    signal askRequested()

    TableRow {
        accessibleName: [line.name, line.address, line.stateText, qsTr("used for %1").arg(line.usedFor), line.meaning].filter(w => w !== "").join(", ")
        lined: line.meaning === ""
        width: parent.width
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.scaled(136)
            TableCell { text: line.name; Layout.fillWidth: true; Accessible.ignored: true }
            TableCell { visible: !line.wide; text: line.address; type: Theme.mono; color: Theme.text2; Layout.fillWidth: true; Accessible.ignored: true }
        }
        TableCell { visible: line.wide; text: line.address; type: Theme.mono; color: Theme.text2; Layout.fillWidth: true; Layout.preferredWidth: Theme.scaled(168); Accessible.ignored: true }
        TableCell { visible: line.roomy; text: line.block; alignRight: true; exact: true; Layout.preferredWidth: line.numberWidth; Accessible.ignored: true }
        TableCell { visible: line.wide; text: line.answersIn; alignRight: true; exact: true; Layout.preferredWidth: line.numberWidth; Accessible.ignored: true }
        Item {
            implicitWidth: line.stateWidth
            implicitHeight: badge.implicitHeight
            StatusBadge { id: badge; status: line.status; text: line.stateText }
        }
        TableCell { visible: line.roomy; text: line.usedFor; color: Theme.text2; Layout.preferredWidth: line.useWidth; Accessible.ignored: true }
        Item {
            visible: line.actionWidth > 0
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
        color: line.shutOut ? Theme.problem : Theme.text2
        role: Accessible.StaticText
        Button { visible: line.shutOut; text: qsTr("Ask again"); accessibleName: qsTr("Ask %1, %2 again").arg(line.name).arg(line.address); size: "compact"; onClicked: line.askRequested() }
    }
    Divider { visible: line.meaning !== ""; width: parent.width }
}
