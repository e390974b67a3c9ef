// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// My cars, or the form that is open over them.
Page {
    id: page

    required property GarageViewModel viewModel
    required property ShellViewModel shell
    readonly property string panel: viewModel.panel

    title: panel === "register" ? qsTr("Register a car") : panel === "sell" ? qsTr("Sell a car") : qsTr("Garage")
    caption: panel === "" ? qsTr("%n car(s) whose title you hold", "", viewModel.count) : ""
    model: viewModel
    actions: [
        Button { visible: page.panel === "" && page.viewModel.count > 0; text: qsTr("Compare cars…"); icon: "columns-3"; onClicked: page.shell.navigation.open("compare") },
        Button { visible: page.panel === ""; text: qsTr("Register a car by VIN"); icon: "plus"; kind: "primary"; onClicked: page.viewModel.registerCar() }
    ]

    Loader {
        active: page.panel === "register"
        visible: active
        sourceComponent: RegisterPanel { garage: page.viewModel }
        Layout.fillWidth: true
    }
    Loader {
        active: page.panel === "sell"
        visible: active
        sourceComponent: SellPanel { garage: page.viewModel }
        Layout.fillWidth: true
    }
    EmptyState {
        visible: page.panel === "" && page.viewModel.loaded && page.viewModel.count === 0
        icon: "warehouse"
        title: qsTr("No cars yet")
        text: qsTr("A car you register gets its Credit ID and its title here, once and for ever.")
        actionText: qsTr("Register a car by VIN")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
        onActionRequested: page.viewModel.registerCar()
    }
    Rows {
        spacing: Theme.cardGap
        model: page.panel === "" ? page.viewModel.cars : null
        delegate: GarageCar {
            required property string title_
            carTitle: title_
            width: parent ? parent.width : 0
            onCarRequested: page.viewModel.openCar(key)
            onSellRequested: page.viewModel.sell(key)
            onDealRequested: page.viewModel.openDeal(key)
        }
    }
}
