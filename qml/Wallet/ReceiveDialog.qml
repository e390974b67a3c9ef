// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The address large enough to be scanned across a table.
Dialog {
    id: dialog

    required property WalletViewModel viewModel
    required property ShellViewModel shell

    title: qsTr("Receive AUC, %1 or a title").arg(viewModel.coin)
    text: qsTr("Give this address to who pays you. Only %1: anything sent from another network is lost.").arg(viewModel.network)
    harmlessText: qsTr("Done")
    actionText: qsTr("Copy the address")
    actionKind: "normal"
    onActed: shell.copy(viewModel.address, qsTr("your address"))
    onClosed: viewModel.panel = ""

    QrCode {
        text: dialog.viewModel.address
        label: qsTr("Large QR code of your address")
        implicitWidth: 2 * Theme.qrSize
        implicitHeight: 2 * Theme.qrSize
        Layout.alignment: Qt.AlignHCenter
    }
    AddressText { address: dialog.viewModel.address; full: true; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
}
