// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What was found out about the network.
Card {
    id: card

    required property JoinViewModel viewModel

    readonly property real keyWidth: Theme.scaled(120)

    title: viewModel.network
    headItems: StatusBadge { status: "clean"; text: qsTr("Checked") }

    KeyValue { key: qsTr("Kind"); value: card.viewModel.kind; keyWidth: card.keyWidth; Layout.fillWidth: true }
    KeyValue { key: qsTr("Chain"); value: card.viewModel.chainId; keyWidth: card.keyWidth; Layout.fillWidth: true }
    KeyValue { key: qsTr("Node"); value: card.viewModel.node; keyWidth: card.keyWidth; Layout.fillWidth: true }
    KeyValue { key: qsTr("Contracts"); value: card.viewModel.contracts; keyWidth: card.keyWidth; Layout.fillWidth: true }
}
