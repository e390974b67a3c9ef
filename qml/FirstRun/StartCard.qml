// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One of the two ways to start: what it is, what it costs, and below it the action.
Rectangle {
    id: card

    property string icon
    property color iconColor: Theme.text2
    property string tag
    property string title
    property string lead
    property var points: []
    property bool first: false
    default property alias content: below.data

    implicitHeight: column.implicitHeight + 2 * Theme.space32
    implicitWidth: 54 * Theme.grid
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: first ? Theme.line2 : Theme.hairline
    border.color: first ? Theme.accent : Theme.border
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.space32
        spacing: Theme.space12

        RowLayout {
            Layout.fillWidth: true
            Icon { name: card.icon; size: Theme.icon28; color: card.iconColor }
            Item { Layout.fillWidth: true }
            Tag { visible: card.tag !== ""; text: card.tag; tone: "accent" }
        }
        ColumnLayout {
            spacing: Theme.space4
            Layout.fillWidth: true
            Label { text: card.title; type: Theme.title; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
            Label { text: card.lead; type: Theme.lead; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        }
        Rows {
            spacing: Theme.space12
            model: card.points
            delegate: RowLayout {
                id: point
                required property var modelData
                spacing: Theme.space12
                width: parent ? parent.width : 0
                Icon { name: point.modelData.icon; size: Theme.icon18; color: Theme.text2; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space2 }
                Label { text: point.modelData.text; type: Theme.bodyLarge; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
            }
        }
        Item { Layout.fillHeight: true; Layout.minimumHeight: Theme.space8 }
        ColumnLayout { id: below; spacing: Theme.space8; Layout.fillWidth: true }
    }
}
