// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What is verified and what is not, which node is asked, which contracts are used.
ColumnLayout {
    id: section

    required property SettingsViewModel viewModel
    required property ShellViewModel shell

    readonly property real keyWidth: Theme.scaled(144)

    spacing: Theme.cardGap

    VerdictCard { network: section.viewModel.network; Layout.fillWidth: true }
    NodesCard { network: section.viewModel.network; Layout.fillWidth: true }
    GridLayout {
        visible: section.viewModel.network.verifies
        columns: section.width > 80 * Theme.grid ? 2 : 1
        columnSpacing: Theme.cardGap
        rowSpacing: Theme.cardGap
        Layout.fillWidth: true
        CheckpointCard { checkpoint: section.viewModel.network.checkpoint; Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: Theme.scaled(320) }
        SurenessCard { sureness: section.viewModel.network.sureness; Layout.fillWidth: true; Layout.fillHeight: true; Layout.preferredWidth: Theme.scaled(320) }
    }
    StoresCard { stores: section.viewModel.network.stores; Layout.fillWidth: true }
    Card {
        visible: !section.viewModel.practice
        Layout.fillWidth: true
        RowLayout {
            spacing: Theme.space16
            Layout.fillWidth: true
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Label { text: qsTr("Practice market"); type: Theme.label }
                Label { text: qsTr("A chain on this computer with people and cars of its own. It uses its own wallets and never touches this network."); type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
            }
            Button { text: qsTr("Open practice market"); icon: "flask-conical"; onClicked: section.shell.practiceWanted() }
        }
    }
    Card {
        title: qsTr("Network")
        Layout.fillWidth: true
        KeyValue { key: qsTr("Name"); value: section.viewModel.networkName; keyWidth: section.keyWidth; Layout.fillWidth: true }
        KeyValue { key: qsTr("Kind"); value: section.viewModel.networkKind; keyWidth: section.keyWidth; Layout.fillWidth: true }
        KeyValue { key: qsTr("Chain"); value: section.viewModel.chainId; keyWidth: section.keyWidth; Layout.fillWidth: true }
        KeyValue { key: qsTr("Coin for fees"); value: section.viewModel.coin; keyWidth: section.keyWidth; Layout.fillWidth: true }
        KeyValue { key: qsTr("Final after"); value: section.viewModel.confirmations; keyWidth: section.keyWidth; Layout.fillWidth: true }
        Label { text: qsTr("First block"); color: Theme.text2 }
        Label { text: section.viewModel.genesis; type: Theme.mono; wrapMode: Text.WrapAnywhere; Layout.fillWidth: true }
        Label { text: qsTr("Network file"); color: Theme.text2 }
        Label { text: section.viewModel.networkFile; type: Theme.mono; wrapMode: Text.WrapAnywhere; Layout.fillWidth: true }
    }
    ContractsCard { viewModel: section.viewModel; Layout.fillWidth: true }
}
