// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The nodes of the network file.
Card {
    id: card

    required property SettingsViewModel viewModel

    readonly property bool roomy: width > 80 * Theme.grid

    title: qsTr("Nodes")
    caption: roomy ? qsTr("They deliver data; how far it is believed stands above.") : ""
    flush: true
    spacing: 0

    TableHead {
        Layout.fillWidth: true
        HeadCell { text: qsTr("Address"); Layout.fillWidth: true }
        HeadCell { visible: card.roomy; text: qsTr("Block"); alignRight: true; Layout.preferredWidth: Theme.scaled(80) }
        HeadCell { visible: card.roomy; text: qsTr("Answers in"); alignRight: true; Layout.preferredWidth: Theme.scaled(80) }
        HeadCell { text: qsTr("State"); Layout.preferredWidth: Theme.scaled(152) }
        HeadCell { visible: card.roomy; text: qsTr("Used for"); Layout.preferredWidth: Theme.scaled(184) }
    }
    Rows {
        model: card.viewModel.nodes
        delegate: TableRow {
            id: row
            required property string url
            required property string block
            required property string answersIn
            required property string status
            required property string stateText
            required property string usedFor
            accessibleName: [url, stateText, usedFor].join(", ")
            width: parent ? parent.width : 0
            TableCell { text: row.url; type: Theme.mono; Layout.fillWidth: true; Accessible.ignored: true }
            TableCell { visible: card.roomy; text: row.block; alignRight: true; exact: true; Layout.preferredWidth: Theme.scaled(80); Accessible.ignored: true }
            TableCell { visible: card.roomy; text: row.answersIn; alignRight: true; exact: true; Layout.preferredWidth: Theme.scaled(80); Accessible.ignored: true }
            Item { implicitWidth: Theme.scaled(152); implicitHeight: badge.implicitHeight; StatusBadge { id: badge; status: row.status; text: row.stateText } }
            TableCell { visible: card.roomy; text: row.usedFor; color: Theme.text2; Layout.preferredWidth: Theme.scaled(184); Accessible.ignored: true }
        }
    }
}
