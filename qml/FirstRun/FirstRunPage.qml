// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// "How do you want to start?": the practice market and a network side by side, with what each costs.
StartFrame {
    id: page

    required property FirstRunViewModel viewModel

    ColumnLayout {
        spacing: Theme.space4
        Layout.fillWidth: true
        Label { text: qsTr("How do you want to start?"); type: Theme.titleXl; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
        Label { text: qsTr("You can have both, side by side. They never share money, cars or words."); type: Theme.lead; color: Theme.text2; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
    }
    GridLayout {
        columns: page.width < 96 * Theme.grid ? 1 : 2
        columnSpacing: Theme.space24
        rowSpacing: Theme.space24
        Layout.fillWidth: true

        StartCard {
            first: true
            icon: "flask-conical"
            iconColor: Theme.practice
            tag: qsTr("Start here if you are new")
            title: qsTr("Practice market")
            lead: qsTr("Buy, sell and settle a car with nothing at stake.")
            points: [
                { icon: "users", text: qsTr("Buyer, seller and appraisers on this computer. You play each of them.") },
                { icon: "car", text: qsTr("%n car(s) with real makes, prices and histories, good and bad.", "", page.viewModel.cars) },
                { icon: "fast-forward", text: qsTr("A clock you can push forward. A week’s deadline takes a second.") },
                { icon: "wifi-off", text: qsTr("No account, no money, no network. Delete it whenever you like.") }
            ]
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1

            PracticeProgress { viewModel: page.viewModel; Layout.fillWidth: true }
        }
        StartCard {
            icon: "globe"
            title: qsTr("Join a network")
            lead: qsTr("For real cars and real money.")
            points: [
                { icon: "pen-line", text: qsTr("You write 24 words on paper. They are the only way back to your money.") },
                { icon: "shield-check", text: qsTr("Chain and contracts are compared with the network’s file before you join.") },
                { icon: "server", text: qsTr("You need a node: one of your own, or the one the network’s file names.") },
                { icon: "coins", text: qsTr("You need some of the network’s coin for fees before you can act.") }
            ]
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1

            Button {
                text: qsTr("Join a network…")
                size: "large"
                disabledReason: page.viewModel.busy ? qsTr("The practice market is being made.") : ""
                Layout.fillWidth: true
                onClicked: page.viewModel.join()
            }
            Label { text: qsTr("You get its file, or its address, from who runs it."); type: Theme.caption; color: Theme.text3; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
        }
    }
    Flow {
        spacing: Theme.space8
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: parent.width
        Icon { name: "archive-restore" }
        Label { text: qsTr("Used AutoChain before?"); color: Theme.text2 }
        LinkButton { text: qsTr("Bring a wallet back from its words…"); onClicked: page.viewModel.restore() }
    }
}
