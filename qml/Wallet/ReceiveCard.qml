// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Where money and titles come in.
Card {
    id: card

    required property WalletViewModel viewModel
    required property ShellViewModel shell

    title: qsTr("Receive")
    actionText: qsTr("Copy address")
    actionIcon: "copy"
    onActionRequested: shell.copy(viewModel.address, qsTr("your address"))

    RowLayout {
        spacing: Theme.space16
        Layout.fillWidth: true
        QrCode { text: card.viewModel.address; label: qsTr("QR code of your address") }
        Label {
            text: qsTr("Only AUC, %1 and vehicle titles on %2. Anything else sent here is lost.").arg(card.viewModel.coin).arg(card.viewModel.network)
            type: Theme.caption
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
    }
    AddressText { address: card.viewModel.address; full: true; wrapMode: Text.Wrap; Layout.fillWidth: true; Layout.topMargin: Theme.space4 }
}
