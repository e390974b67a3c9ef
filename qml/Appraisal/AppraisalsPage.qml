// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// An appraiser's desk. Whoever is not one yet may register here.
Page {
    id: page

    required property AppraisalsViewModel viewModel
    required property ShellViewModel shell

    title: qsTr("Appraisals")
    caption: viewModel.registered ? qsTr("Seats and disputes that name you, what is to do first") : qsTr("You are not registered as an appraiser")
    model: viewModel

    GridLayout {
        visible: page.viewModel.loaded
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.cardGap
        rowSpacing: Theme.cardGap
        Layout.fillWidth: true
        ColumnLayout {
            spacing: Theme.cardGap
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Card {
                visible: list.count > 0
                flush: true
                spacing: 0
                Layout.fillWidth: true
                Rows {
                    id: list
                    model: page.viewModel.tasks
                    delegate: TaskLine { width: parent ? parent.width : 0; onOpened: page.viewModel.open(key) }
                }
            }
            EmptyState {
                visible: list.count === 0 && page.viewModel.registered
                icon: "clipboard-check"
                title: qsTr("Nothing waits for you")
                text: qsTr("When a buyer and a seller name you in their terms, the seat appears here with its deadline.")
                actionText: qsTr("Look at the market")
                Layout.fillWidth: true
                Layout.topMargin: Theme.space48
                onActionRequested: page.shell.navigation.open("market")
            }
            RegistrationCard { visible: !page.viewModel.registered; registration: page.viewModel.registration; Layout.fillWidth: true; Layout.maximumWidth: Theme.readingWidth }
        }
        StandingCard { visible: page.viewModel.registered; appraisals: page.viewModel; Layout.fillWidth: !Theme.wide; Layout.preferredWidth: Theme.sidePanelMax; Layout.alignment: Qt.AlignTop }
    }
}
