// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// One board for three people. Wide: Safe, terms and ways to settle beside what happened; below 1200 they become tabs,
/// below 880 one column.
Page {
    id: page

    required property DealViewModel viewModel
    required property ShellViewModel shell
    readonly property bool tabbed: Theme.medium
    readonly property int tab: tabbed ? tabs.currentIndex : -1

    model: viewModel

    EmptyState {
        visible: !page.viewModel.found && page.viewModel.loaded && !page.viewModel.loading
        icon: "handshake"
        title: qsTr("No such deal on this network")
        text: qsTr("It may be on another network, or the address of the page is cut short.")
        actionText: qsTr("My deals")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
        onActionRequested: page.shell.navigation.open("deals")
    }
    WaitingRows {
        visible: !page.viewModel.found && page.viewModel.loading
        Layout.fillWidth: true
    }

    ColumnLayout {
        visible: page.viewModel.found
        spacing: Theme.cardGapDense
        Layout.fillWidth: true

        DealHead {
            deal: page.viewModel
            Layout.fillWidth: true
        }
        Stepper {
            visible: !Theme.narrow
            steps: page.viewModel.steps
            block: page.viewModel.block
            Layout.fillWidth: true
        }
        ErrorBlock {
            cause: page.viewModel.actionError.cause
            money: page.viewModel.actionError.money
            todo: page.viewModel.actionError.next
            fixText: qsTr("Close")
            Layout.fillWidth: true
            onFixRequested: page.viewModel.dismissError()
        }
        Banner {
            visible: page.viewModel.busy
            kind: "info"
            title: qsTr("Under way.")
            text: page.viewModel.doing
            Layout.fillWidth: true
        }
        TurnBoard {
            deal: page.viewModel
        }
        TabBar {
            id: tabs
            visible: page.tabbed
            Layout.fillWidth: true
            Tab {
                text: qsTr("Ways to settle")
            }
            Tab {
                text: qsTr("In the Safe")
            }
            Tab {
                text: qsTr("Terms")
            }
            Tab {
                text: qsTr("Log")
            }
        }
        GridLayout {
            columns: Theme.wide ? 3 : 1
            columnSpacing: Theme.cardGapDense
            rowSpacing: Theme.cardGapDense
            Layout.fillWidth: true

            SafeCard {
                visible: page.tab < 0 || page.tab === 1
                deal: page.viewModel
                Layout.fillWidth: true
                Layout.fillHeight: Theme.wide
                Layout.preferredWidth: 2 * Theme.grid
                Layout.alignment: Qt.AlignTop
                Layout.row: 0
                Layout.column: 0
            }
            TermsCard {
                visible: page.tab < 0 || page.tab === 2
                deal: page.viewModel
                Layout.fillWidth: true
                Layout.preferredWidth: 4 * Theme.grid
                Layout.alignment: Qt.AlignTop
                Layout.row: Theme.wide ? 0 : 2
                Layout.column: Theme.wide ? 1 : 0
            }
            ColumnLayout {
                visible: page.tab <= 0
                spacing: Theme.cardGapDense
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                Layout.row: 1
                Layout.column: 0
                Layout.columnSpan: Theme.wide ? 2 : 1
                RulingCard {
                    visible: page.viewModel.canRule
                    deal: page.viewModel
                    Layout.fillWidth: true
                }
                Card {
                    visible: page.viewModel.reasons !== ""
                    title: qsTr("Reasons of the ruling")
                    Layout.fillWidth: true
                    Label {
                        text: page.viewModel.reasons
                        type: Theme.bodyLarge
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                        Layout.maximumWidth: Theme.readingWidth
                    }
                }
                WaysCard {
                    visible: page.viewModel.canSettle && !page.viewModel.canRule
                    deal: page.viewModel
                    Layout.fillWidth: true
                }
                MovesCard {
                    visible: !page.viewModel.canSettle && !page.viewModel.closed
                    deal: page.viewModel
                    Layout.fillWidth: true
                }
            }
            LogCard {
                visible: page.tab < 0 || page.tab === 3
                deal: page.viewModel
                Layout.fillWidth: !Theme.wide
                Layout.fillHeight: Theme.wide
                Layout.preferredWidth: Theme.sidePanelMax
                Layout.alignment: Qt.AlignTop
                Layout.row: Theme.wide ? 0 : 3
                Layout.column: Theme.wide ? 2 : 0
                Layout.rowSpan: Theme.wide ? 2 : 1
            }
        }
    }
}
