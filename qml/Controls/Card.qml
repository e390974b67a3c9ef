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

    readonly property bool hasHead: title !== "" || caption !== "" || actionText !== "" || head.hasThings
    readonly property real edge: flush ? Theme.hairline : 0
    readonly property real side: flush ? edge : padding
    readonly property real bodyTop: !hasHead ? (flush ? edge : padding) : head.y + head.height + (flush ? Theme.space8 : Theme.space4) + (headLine ? Theme.hairline : 0)
    readonly property real bodyBottom: flush ? edge : padding

    implicitWidth: Math.max(head.implicitWidth + 2 * padding, body.implicitWidth + 2 * side)
    implicitHeight: bodyTop + body.implicitHeight + bodyBottom
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.border
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    // Plain geometry around the one layout of the content: layouts in layouts in layouts give up before they are settled.
    HeadLine {
        id: head
        visible: card.hasHead
        x: card.padding
        y: card.flush ? Theme.space8 : card.padding - Theme.space4
        width: card.width - 2 * card.padding
        height: implicitHeight
        minimumHeight: Theme.controlCompact
        text: card.title
        Label { visible: text !== ""; text: card.caption; type: Theme.caption; color: Theme.text3; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignRight; width: Math.min(implicitWidth, card.width / 2); anchors.verticalCenter: parent.verticalCenter }
        Row { id: extras; visible: children.length > 0; spacing: Theme.space8; anchors.verticalCenter: parent.verticalCenter }
        Button { visible: card.actionText !== "" && !card.actionIsLink; text: card.actionText; icon: card.actionIcon; size: "compact"; anchors.verticalCenter: parent.verticalCenter; onClicked: card.actionRequested() }
        LinkButton { visible: card.actionText !== "" && card.actionIsLink; text: card.actionText; anchors.verticalCenter: parent.verticalCenter; onClicked: card.actionRequested() }
    }
    Divider { visible: card.headLine; x: card.edge; width: card.width - 2 * card.edge; y: card.bodyTop - height }
    ColumnLayout {
        id: body
        spacing: card.spacing
        x: card.side
        y: card.bodyTop
        width: card.width - 2 * card.side
        height: card.height - card.bodyTop - card.bodyBottom
    }
}
