// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// Free, in Safes, for fees; what happened; and at the side where money comes in, what titles there are, who signs.
Item {
    id: page

    required property WalletViewModel viewModel
    required property ShellViewModel shell

    Loader {
        anchors.fill: parent
        active: page.viewModel.panel === "send"
        visible: active
        focus: active
        sourceComponent: SendPage { viewModel: page.viewModel; send: page.viewModel.send }
        onLoaded: item.forceActiveFocus(Qt.OtherFocusReason)
    }
    ReceiveDialog { id: receiveDialog; viewModel: page.viewModel; shell: page.shell }
    WaitingDialog { waiting: page.viewModel.waiting }
    Connections {
        target: page.viewModel
        function onPanelChanged(): void { page.showReceive() }
    }
    Component.onCompleted: showReceive()
    function showReceive(): void {
        if (viewModel.panel === "receive" && !receiveDialog.visible)
            receiveDialog.open()
        else if (viewModel.panel !== "receive" && receiveDialog.visible)
            receiveDialog.close()
    }

    Page {
        id: overview
        anchors.fill: parent
        visible: page.viewModel.panel !== "send"
        title: qsTr("Wallet")
        model: page.viewModel
        fillHeight: Theme.wide
        captionItems: [
            Label { text: page.viewModel.name; color: Theme.text2 },
            Label { text: "·"; color: Theme.text3; Accessible.ignored: true },
            AddressText { address: page.viewModel.address },
            Item {
                implicitWidth: mark.width
                implicitHeight: Theme.space24 - Theme.space4
                ProvenanceMark { id: mark; level: page.viewModel.level; about: qsTr("What lies on this account"); block: page.viewModel.block; anchors.verticalCenter: parent.verticalCenter }
            }
        ]
        actions: [
            Button { text: qsTr("Receive"); icon: "arrow-down-left"; onClicked: page.viewModel.panel = "receive" },
            Button { text: qsTr("Send…"); icon: "arrow-up-right"; kind: "primary"; onClicked: page.viewModel.panel = "send" }
        ]

        GridLayout {
            columns: Theme.narrow ? 1 : 2
            columnSpacing: Theme.cardGap
            rowSpacing: Theme.cardGap
            Layout.fillWidth: true
            Layout.fillHeight: Theme.wide

            ColumnLayout {
                spacing: Theme.cardGap
                Layout.fillWidth: true
                Layout.fillHeight: Theme.wide
                Layout.alignment: Qt.AlignTop
                FiguresCard { viewModel: page.viewModel; shell: page.shell; Layout.fillWidth: true }
                ActivityCard { viewModel: page.viewModel; shell: page.shell; Layout.fillWidth: true; Layout.fillHeight: Theme.wide }
            }
            ColumnLayout {
                spacing: Theme.cardGap
                Layout.fillWidth: Theme.narrow
                Layout.preferredWidth: Theme.narrow ? -1 : Theme.wide ? Theme.sidePanelMax : Theme.sidePanelMin
                Layout.maximumWidth: Theme.narrow ? Number.POSITIVE_INFINITY : Theme.sidePanelMax
                Layout.alignment: Qt.AlignTop
                ReceiveCard { viewModel: page.viewModel; shell: page.shell; Layout.fillWidth: true }
                TitlesCard { viewModel: page.viewModel; shell: page.shell; Layout.fillWidth: true }
                BreakCard { visible: !page.shell.backup.practice; backup: page.shell.backup; Layout.fillWidth: true }
                SignerCard { signer: page.viewModel.signer; Layout.fillWidth: true; onSettingsWanted: page.shell.navigation.open("settings/signer") }
            }
        }
    }
}
