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

    Card {
        Layout.fillWidth: true
        Accessible.name: qsTr("State of the network")
        RowLayout {
            spacing: Theme.space12
            Layout.fillWidth: true
            ProvenanceMark { level: section.viewModel.level; size: Theme.icon20; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space2 }
            ColumnLayout {
                spacing: Theme.space2
                Layout.fillWidth: true
                Label { text: section.viewModel.headline; type: Theme.heading; wrapMode: Text.Wrap; Layout.fillWidth: true }
                Label { text: section.viewModel.explanation; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
            }
        }
    }
    NodesCard { viewModel: section.viewModel; Layout.fillWidth: true }
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
