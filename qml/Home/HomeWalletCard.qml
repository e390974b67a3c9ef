// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The three figures in brief; never one sum.
Card {
    id: card

    required property HomeViewModel viewModel
    required property ShellViewModel shell

    title: qsTr("Wallet")
    actionText: qsTr("Open wallet")
    actionIsLink: true
    onActionRequested: shell.navigation.open("wallet")

    Money { visible: card.viewModel.freeAuc !== ""; amount: card.viewModel.freeAuc; unit: qsTr("AUC"); size: "lg"; level: card.viewModel.level; about: qsTr("Free to spend"); block: card.viewModel.block }
    Skeleton { visible: card.viewModel.freeAuc === ""; implicitHeight: Theme.space24 }
    Divider { Layout.fillWidth: true }
    KeyValue { key: qsTr("Yours, in Safes"); Layout.fillWidth: true; Money { amount: card.viewModel.inSafes === "" ? "…" : card.viewModel.inSafes; unit: qsTr("AUC") } }
    KeyValue { key: qsTr("For network fees"); Layout.fillWidth: true; Money { amount: card.viewModel.forFees === "" ? "…" : card.viewModel.forFees; unit: card.viewModel.coin } }
}
