// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What is verified, in a sentence; beside it how far the headers are, where there are any to check. Plain geometry: the
/// sentences wrap, and two layouts that ask each other for their heights do not settle.
Rectangle {
    id: card

    required property NetworkViewModel network

    readonly property bool beside: network.verifies && width > 108 * Theme.grid
    readonly property real headersWidth: beside ? Math.round((width - 4 * Theme.cardPadding) * 0.44) : width - 2 * Theme.cardPadding
    readonly property real wordsWidth: beside ? width - headersWidth - 4 * Theme.cardPadding : width - 2 * Theme.cardPadding

    implicitHeight: 2 * Theme.cardPadding + (beside ? Math.max(words.height, headers.height)
        : words.height + (network.verifies ? Theme.cardPadding + headers.height : 0))
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.border
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("State of the network")

    ProvenanceMark { id: mark; x: Theme.cardPadding; y: Theme.cardPadding + Theme.space2; level: card.network.level; about: qsTr("What you see"); size: Theme.icon20 }
    Column {
        id: words
        x: Theme.cardPadding + mark.width + Theme.space12
        y: Theme.cardPadding
        width: card.wordsWidth - mark.width - Theme.space12
        spacing: Theme.space2
        Label { text: card.network.headline; type: Theme.heading; wrapMode: Text.Wrap; width: parent.width }
        Label { visible: text !== ""; text: card.network.explanation; color: Theme.text2; wrapMode: Text.Wrap; width: parent.width }
    }
    Divider { visible: card.beside; vertical: true; x: headers.x - Theme.cardPadding; height: parent.height }
    Divider { visible: card.network.verifies && !card.beside; x: Theme.hairline; y: headers.y - Theme.space8; width: parent.width - 2 * x }
    Column {
        id: headers
        visible: card.network.verifies
        x: card.beside ? card.width - card.headersWidth - Theme.cardPadding : Theme.cardPadding
        y: card.beside ? Theme.cardPadding : words.y + words.height + Theme.cardPadding
        width: card.headersWidth
        spacing: Theme.space4
        RowLayout {
            spacing: Theme.space8
            width: parent.width
            Label { text: qsTr("Headers"); color: Theme.text2; elide: Text.ElideRight; Layout.fillWidth: true; Accessible.ignored: true }
            Label { text: card.network.headersDone; type: Theme.strong; Accessible.ignored: true }
            Label { text: card.network.headersOf; color: Theme.text2; Accessible.ignored: true }
        }
        ProgressBar {
            value: card.network.headersPart
            accessibleName: qsTr("Headers, %1 %2").arg(card.network.headersDone).arg(card.network.headersOf)
            width: parent.width
        }
        Item { // checkpoint, final, head below the bar; the middle one only where there is room for it
            width: parent.width
            height: from.height
            Label { id: from; text: card.network.headersFrom; type: Theme.caption; color: Theme.text2 }
            Label { visible: text !== "" && from.width + width + newest.width + 2 * Theme.space12 < parent.width; text: card.network.headersSettled; type: Theme.caption; color: Theme.text2; x: Math.min((parent.width - width) / 2 + width / 2, parent.width - newest.width - width - Theme.space24) }
            Label { id: newest; text: card.network.headersHead; type: Theme.caption; color: Theme.text2; x: parent.width - width }
        }
    }
}
