// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One of the three answers at the head of a deal. `mine`: tinted with the accent bar, it waits for the reader.
Rectangle {
    id: part

    property string question
    property string title
    property string text
    property bool mine: false
    default property alias extras: head.things

    color: mine ? Theme.accentTint : Theme.none
    implicitHeight: column.implicitHeight + 2 * Theme.space12
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("%1: %2. %3").arg(question).arg(title).arg(text)

    Rectangle {
        visible: part.mine
        width: Theme.line3
        height: parent.height
        color: Theme.accent
    }
    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space16
        y: Theme.space12
        spacing: Theme.space4
        HeadLine {
            id: head
            text: part.question
            type: Theme.captionMedium
            color: part.mine ? Theme.accentText : Theme.text3
            role: Accessible.StaticText
            minimumHeight: Theme.chipHeight
            Layout.fillWidth: true
        }
        Label {
            text: part.title
            type: Theme.heading
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        Label {
            text: part.text
            type: Theme.bodyLarge
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
    }
}
