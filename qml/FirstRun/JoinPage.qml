// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Joining a network in two steps, three or four where words are brought back; what was typed stays when one goes back.
StartFrame {
    id: page

    required property JoinViewModel viewModel

    contentMaximum: Theme.readingWidth
    connection: viewModel.step === JoinViewModel.NetworkStep ? qsTr("Not connected to anything yet") : qsTr("%1: %2").arg(viewModel.network).arg(viewModel.node)

    PageHead {
        id: head
        title: qsTr("Join a network")
        Layout.fillWidth: true
        captionItems: WizardSteps {
            width: head.width
            steps: [qsTr("Network"), qsTr("Wallet")].concat(page.viewModel.way === "words" ? [qsTr("Accounts")] : [],
                page.viewModel.way === "words" && page.viewModel.backup !== "" ? [qsTr("Backup")] : [])
            current: page.viewModel.step
            onStepRequested: page.viewModel.back()
        }
    }
    Loader {
        sourceComponent: [networkStep, walletStep, accountsStep, restoredStep][page.viewModel.step]
        Layout.fillWidth: true
        onLoaded: item.begin()
    }
    Component { id: networkStep; JoinNetwork { viewModel: page.viewModel } }
    Component { id: walletStep; JoinWallet { viewModel: page.viewModel } }
    Component { id: accountsStep; JoinAccounts { viewModel: page.viewModel } }
    Component { id: restoredStep; JoinRestored { viewModel: page.viewModel } }
}
