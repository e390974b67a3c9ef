// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One thing that waits: car, what to do, what happens otherwise, until when, and the way there.
Item {
    id: row

    required property string title
    required property string text
    required property string ifNothing
    required property string action
    required property string route
    required property string body
    required property string colour
    required property real secondsLeft
    required property string timeLeft
    required property string moment
    property bool first: false

    readonly property bool stacked: width < 80 * Theme.grid

    signal openRequested(string route)

    implicitHeight: grid.implicitHeight + 2 * Theme.space16
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1. %2 If you do nothing: %3 %4").arg(title).arg(text).arg(ifNothing).arg(timeLeft === "" ? qsTr("No deadline.") : qsTr("Deadline %1.").arg(moment))

    Divider { visible: !row.first; width: parent.width }
    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space16
        anchors.verticalCenter: parent.verticalCenter
        columns: row.stacked ? 1 : 3
        columnSpacing: Theme.space16
        rowSpacing: Theme.space8

        CarDrawing {
            visible: !row.stacked
            body: row.body === "" ? "saloon" : row.body
            paint: row.colour === "" ? "grey" : row.colour
            radius: Theme.radiusMark
            implicitWidth: 12 * Theme.grid
            implicitHeight: 8 * Theme.grid
            Layout.alignment: Qt.AlignTop
            Accessible.ignored: true
        }
        ColumnLayout {
            spacing: Theme.space2
            Layout.fillWidth: true
            Label { text: row.title; type: Theme.heading; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
            Label { text: row.text; type: Theme.bodyLarge; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
            RichLine { strong: qsTr("If you do nothing:"); plain: row.ifNothing; type: Theme.bodyLarge; color: Theme.text2; Layout.fillWidth: true; Accessible.ignored: true }
        }
        ColumnLayout {
            spacing: Theme.space8
            Layout.alignment: row.stacked ? Qt.AlignLeft : Qt.AlignRight | Qt.AlignTop
            DeadlineChip { visible: row.timeLeft !== ""; secondsLeft: row.secondsLeft; remaining: row.timeLeft; moment: row.moment; Layout.alignment: row.stacked ? Qt.AlignLeft : Qt.AlignRight }
            Label { visible: row.timeLeft === ""; text: qsTr("no deadline"); type: Theme.caption; color: Theme.text3; Layout.alignment: row.stacked ? Qt.AlignLeft : Qt.AlignRight }
            Button {
                text: row.action
                kind: row.first ? "primary" : "normal"
                accessibleName: qsTr("%1: %2").arg(row.action).arg(row.title)
                Layout.alignment: row.stacked ? Qt.AlignLeft : Qt.AlignRight
                onClicked: row.openRequested(row.route)
            }
        }
    }
}
