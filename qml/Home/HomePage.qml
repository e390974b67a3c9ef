// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Shell
import AutoChain.Theme

/// Three answers: what waits for me and what happens if I do nothing, what changed, is my view verified.
Page {
    id: page

    required property HomeViewModel viewModel
    required property ShellViewModel shell

    title: qsTr("Home")
    caption: viewModel.today
    model: viewModel
    fillHeight: Theme.wide

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
            WaitsCard { viewModel: page.viewModel; shell: page.shell; Layout.fillWidth: true }
            ChangesCard { viewModel: page.viewModel; shell: page.shell; Layout.fillWidth: true; Layout.fillHeight: Theme.wide }
        }
        ColumnLayout {
            spacing: Theme.cardGap
            Layout.fillWidth: Theme.narrow
            Layout.preferredWidth: Theme.narrow ? -1 : Theme.wide ? Theme.sidePanelMax : Theme.sidePanelMin
            Layout.alignment: Qt.AlignTop
            VerifiedCard { viewModel: page.viewModel; shell: page.shell; Layout.fillWidth: true }
            HomeWalletCard { viewModel: page.viewModel; shell: page.shell; Layout.fillWidth: true }
            CarsCard { viewModel: page.viewModel; shell: page.shell; Layout.fillWidth: true }
        }
    }
}
