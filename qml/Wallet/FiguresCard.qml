// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Free to spend, in Safes, for network fees: three figures, never one sum.
Rectangle {
    id: card

    required property WalletViewModel viewModel
    required property ShellViewModel shell

    readonly property bool stacked: width < 84 * Theme.grid

    implicitHeight: grid.implicitHeight + 2 * Theme.cardPaddingMoney
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.border
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Your money")

    component Figure: ColumnLayout {
        id: figure
        property string head
        property string amount
        property string unit
        property string size: "lg"
        property string level
        property var block
        property string below
        property string link
        signal linkClicked()

        spacing: Theme.space4
        Layout.alignment: Qt.AlignTop
        RowLayout {
            spacing: Theme.markGap
            Label { text: figure.head; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: implicitWidth > figure.width - Theme.space24 }
            ProvenanceMark { level: figure.level; about: figure.head; block: figure.block }
        }
        Money { visible: figure.amount !== ""; amount: figure.amount; unit: figure.unit; size: figure.size }
        Skeleton { visible: figure.amount === ""; implicitHeight: Theme.space32 }
        Label { visible: text !== ""; text: figure.below; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        LinkButton { visible: figure.link !== ""; text: figure.link; type: Theme.caption; onClicked: figure.linkClicked() }
    }

    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.cardPaddingMoney
        anchors.verticalCenter: parent.verticalCenter
        columns: card.stacked ? 1 : 5
        columnSpacing: Theme.space24
        rowSpacing: Theme.space16

        Figure {
            head: qsTr("Free to spend")
            amount: card.viewModel.freeAuc
            unit: qsTr("AUC")
            size: "xl"
            level: card.viewModel.level
            block: card.viewModel.block
            Layout.fillWidth: true
        }
        Divider { visible: !card.stacked; vertical: true; Layout.fillHeight: true; Layout.topMargin: -Theme.cardPaddingMoney; Layout.bottomMargin: -Theme.cardPaddingMoney }
        Figure {
            head: qsTr("Yours, in Safes")
            amount: card.viewModel.inSafes
            unit: qsTr("AUC")
            level: card.viewModel.level
            block: card.viewModel.block
            below: card.viewModel.inSafesText
            link: card.viewModel.hasSafes ? qsTr("Open deals") : ""
            Layout.preferredWidth: card.stacked ? -1 : 26 * Theme.grid
            Layout.fillWidth: card.stacked
            onLinkClicked: card.shell.navigation.open("deals")
        }
        Divider { visible: !card.stacked; vertical: true; Layout.fillHeight: true; Layout.topMargin: -Theme.cardPaddingMoney; Layout.bottomMargin: -Theme.cardPaddingMoney }
        Figure {
            head: qsTr("For network fees")
            amount: card.viewModel.forFees
            unit: card.viewModel.coin
            level: card.viewModel.feeLevel
            block: card.viewModel.block
            below: card.viewModel.forFeesText
            Layout.preferredWidth: card.stacked ? -1 : 22 * Theme.grid
            Layout.fillWidth: card.stacked
        }
    }
}
