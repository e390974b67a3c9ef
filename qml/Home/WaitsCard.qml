// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What waits for the person, soonest deadline first, each with what happens if nobody acts.
Card {
    id: card

    required property HomeViewModel viewModel
    required property ShellViewModel shell

    title: qsTr("Waits for you")
    caption: viewModel.waits.count > 1 ? qsTr("soonest deadline first") : ""
    flush: true
    spacing: 0

    Rows {
        model: card.viewModel.waits
        delegate: WaitRow {
            required property int index
            first: index === 0
            onOpenRequested: route => card.shell.navigation.open(route)
            width: parent ? parent.width : 0
        }
    }
    Rows {
        model: card.viewModel.waitsKnown ? 0 : 2
        delegate: Item {
            width: parent ? parent.width : 0
            height: 2 * Theme.rowNormal
            Skeleton { x: Theme.space16; y: Theme.space16; width: Math.min(40 * Theme.grid, parent.width - 2 * x) }
            Skeleton { x: Theme.space16; y: Theme.rowNormal; width: Math.min(50 * Theme.grid, parent.width - 2 * x) }
        }
    }
    EmptyState {
        visible: card.viewModel.waitsKnown && card.viewModel.waits.count === 0
        icon: "inbox"
        title: qsTr("Nothing waits for you")
        text: qsTr("When a deal needs you, it stands here with its deadline and what happens if you do nothing.")
        actionText: qsTr("Look at the market")
        Layout.fillWidth: true
        Layout.margins: Theme.space24
        onActionRequested: card.shell.navigation.open("market")
    }
}
