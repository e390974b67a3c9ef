// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Where the practice market lies, and how to be rid of it.
Card {
    id: card

    required property SettingsViewModel viewModel
    required property ShellViewModel shell

    readonly property real keyWidth: Theme.scaled(96)

    title: qsTr("Practice market")
    spacing: Theme.space12

    Label { text: qsTr("A chain on this computer with people and cars of its own. It uses its own wallets and never touches a network."); color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    KeyValue { key: qsTr("Uses"); value: card.viewModel.folderSize; keyWidth: card.keyWidth; Layout.fillWidth: true }
    Label { text: qsTr("Kept in"); color: Theme.text2 }
    Label { text: card.viewModel.folder; type: Theme.mono; wrapMode: Text.WrapAnywhere; Layout.fillWidth: true }
    Divider { Layout.fillWidth: true }
    Flow {
        spacing: Theme.space8
        Layout.fillWidth: true
        Button { text: qsTr("Leave the practice market"); icon: "log-out"; onClicked: card.shell.closeWanted() }
        Button { text: qsTr("Start it anew…"); kind: "danger"; icon: "rotate-ccw"; onClicked: dialog.open() }
    }
    Dialog {
        id: dialog
        title: qsTr("Throw this practice market away and make a new one?")
        text: qsTr("All deals, records and messages of everybody in it are gone. Nothing real is touched: no money, no car, no title.")
        harmlessText: qsTr("Keep it")
        actionText: qsTr("Start it anew")
        actionKind: "danger"
        onActed: card.shell.practiceResetWanted()
    }
}
