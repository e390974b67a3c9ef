// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// Cars for sale. The list scrolls by itself, the filters stay.
Page {
    id: page

    required property MarketViewModel viewModel
    required property ShellViewModel shell
    readonly property bool empty: viewModel.loaded && viewModel.shown === 0

    title: qsTr("Market")
    caption: viewModel.shown === viewModel.total ? qsTr("%L1 cars").arg(viewModel.total) : qsTr("%L1 of %L2 cars").arg(viewModel.shown).arg(viewModel.total)
    model: viewModel
    fillHeight: true
    spacing: Theme.space12
    actions: [
        Button { text: qsTr("Compare cars…"); icon: "columns-3"; onClicked: page.shell.navigation.open("compare") },
        Button { text: qsTr("Sell a car…"); icon: "plus"; kind: "primary"; onClicked: page.viewModel.sell() }
    ]

    MarketFilters { market: page.viewModel; Layout.fillWidth: true }
    WaitingCards { visible: page.viewModel.loading; Layout.fillWidth: true; Layout.fillHeight: true }
    EmptyState {
        visible: page.empty
        icon: "store"
        title: qsTr("No cars for sale yet")
        text: qsTr("A car is listed by whoever holds its title.")
        actionText: qsTr("Sell a car…")
        filtered: page.viewModel.total > 0
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
        onActionRequested: page.viewModel.sell()
        onClearRequested: page.viewModel.clearFilters()
    }
    MarketGrid {
        visible: !page.viewModel.asTable && !page.empty && page.viewModel.loaded
        market: page.viewModel
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: 36 * Theme.grid
        Layout.rightMargin: -Theme.cardGap
    }
    MarketTable {
        visible: page.viewModel.asTable && !page.empty && page.viewModel.loaded
        market: page.viewModel
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: 36 * Theme.grid
    }
}
