// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// Making an offer: the form, and beside it what it means and by when.
Page {
    id: page

    required property OfferViewModel viewModel
    required property ShellViewModel shell

    title: qsTr("Make an offer")
    caption: viewModel.car
    model: viewModel

    WaitingRows {
        visible: page.viewModel.loading && !page.viewModel.found
        Layout.fillWidth: true
    }
    EmptyState {
        visible: page.viewModel.loaded && !page.viewModel.loading && !page.viewModel.found
        icon: "car"
        title: qsTr("This car is not registered here")
        text: qsTr("Only a car with a Credit ID on this network can be bought in a deal.")
        actionText: qsTr("Look at the market")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
        onActionRequested: page.shell.navigation.open("market")
    }
    EmptyState {
        visible: page.viewModel.own
        icon: "warehouse"
        title: qsTr("This is your own car")
        text: qsTr("Nobody buys from himself. In your garage you change its price or end its listing.")
        actionText: qsTr("To my garage")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
        onActionRequested: page.shell.navigation.open("garage")
    }
    GridLayout {
        visible: page.viewModel.found && !page.viewModel.own
        columns: Theme.narrow ? 1 : 2
        columnSpacing: Theme.space32
        rowSpacing: Theme.cardGap
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.readingWidth + Theme.sidePanelMax + Theme.space32
        Layout.alignment: Qt.AlignHCenter
        OfferForm {
            offer: page.viewModel
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.readingWidth
            Layout.alignment: Qt.AlignTop
        }
        OfferSide {
            offer: page.viewModel
            Layout.fillWidth: Theme.narrow
            Layout.preferredWidth: Theme.sidePanelMax
            Layout.alignment: Qt.AlignTop
        }
    }
}
