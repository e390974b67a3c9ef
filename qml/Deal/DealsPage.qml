// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// My deals: what waits for me first, closed ones last.
Page {
    id: page

    required property DealsViewModel viewModel
    required property ShellViewModel shell
    readonly property int all: viewModel.openCount + viewModel.closedCount

    title: qsTr("Deals")
    caption: qsTr("%L1 open, %L2 closed").arg(viewModel.openCount).arg(viewModel.closedCount)
    model: viewModel

    RowLayout {
        visible: page.all > 0
        spacing: Theme.space16
        Layout.fillWidth: true
        SearchField {
            placeholderText: qsTr("Car or person")
            Layout.preferredWidth: 31 * Theme.grid
            Layout.maximumWidth: page.contentWidth
            onTextChanged: page.viewModel.filter = text
        }
        CheckBox {
            text: qsTr("Show closed deals")
            checked: page.viewModel.showClosed
            onToggled: page.viewModel.showClosed = checked
        }
        Item {
            Layout.fillWidth: true
        }
    }
    WaitingRows {
        visible: page.viewModel.loading
        Layout.fillWidth: true
    }
    EmptyState {
        visible: page.viewModel.loaded && list.count === 0
        icon: "handshake"
        title: qsTr("No deals yet")
        text: qsTr("A deal keeps your money and the seller’s title in one Safe until both agree.")
        actionText: qsTr("Look at the market")
        filtered: page.all > 0
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
        onActionRequested: page.shell.navigation.open("market")
        onClearRequested: {
            page.viewModel.filter = "";
            page.viewModel.showClosed = true;
        }
    }
    Card {
        visible: list.count > 0
        flush: true
        spacing: 0
        Layout.fillWidth: true
        Rows {
            id: list
            model: page.viewModel.deals
            delegate: DealListRow {
                width: parent ? parent.width : 0
                onOpened: page.viewModel.open(key)
            }
        }
    }
}
