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

    Repeater {
        model: card.viewModel.waits
        delegate: WaitRow {
            required property int index
            first: index === 0
            onOpenRequested: route => card.shell.navigation.open(route)
            Layout.fillWidth: true
        }
    }
    Repeater {
        model: card.viewModel.waitsKnown ? 0 : 2
        delegate: ColumnLayout {
            spacing: Theme.space8
            Layout.margins: Theme.space16
            Skeleton { Layout.preferredWidth: 40 * Theme.grid }
            Skeleton { Layout.preferredWidth: 50 * Theme.grid }
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
