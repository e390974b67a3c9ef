// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// A surface with a head: title left, caption or one compact action right. Children are laid out in a column.
/// `flush` leaves out the padding at the sides and below, for rows and tables over the full width.
Rectangle {
    id: card

    property string title
    property string caption
    property string actionText
    property string actionIcon
    property bool actionIsLink: false
    property bool flush: false
    property bool headLine: flush && title !== ""
    property real padding: Theme.cardPadding
    property real spacing: Theme.space8
    default property alias content: body.data
    /// Put marks, badges or buttons of your own at the right end of the head.
    property alias headItems: extras.data

    signal actionRequested()

    readonly property bool hasHead: title !== "" || caption !== "" || actionText !== "" || extras.children.length > 0

    implicitWidth: Math.max(head.implicitWidth, body.implicitWidth) + 2 * padding
    implicitHeight: column.implicitHeight + 2 * edge
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.border
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    readonly property real edge: flush ? Theme.hairline : 0

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: card.edge
        spacing: 0

        RowLayout {
            id: head
            visible: card.hasHead
            spacing: Theme.space8
            Layout.fillWidth: true
            Layout.leftMargin: card.padding
            Layout.rightMargin: card.padding
            Layout.topMargin: card.flush ? Theme.space8 : card.padding - Theme.space4
            Layout.bottomMargin: card.flush ? Theme.space8 : 0
            Layout.minimumHeight: Theme.controlCompact
            Label { text: card.title; type: Theme.cardTitle; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
            Label { visible: text !== ""; text: card.caption; type: Theme.caption; color: Theme.text3; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignRight; Layout.maximumWidth: card.width / 2 }
            Row { id: extras; visible: children.length > 0; spacing: Theme.space8 }
            Button { visible: card.actionText !== "" && !card.actionIsLink; text: card.actionText; icon: card.actionIcon; size: "compact"; onClicked: card.actionRequested() }
            LinkButton { visible: card.actionText !== "" && card.actionIsLink; text: card.actionText; onClicked: card.actionRequested() }
        }
        Divider { visible: card.headLine; Layout.fillWidth: true }
        ColumnLayout {
            id: body
            spacing: card.spacing
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: card.flush ? 0 : card.padding
            Layout.rightMargin: card.flush ? 0 : card.padding
            Layout.topMargin: card.flush ? 0 : card.hasHead ? Theme.space4 : card.padding
            Layout.bottomMargin: card.flush ? 0 : card.padding
        }
    }
}
