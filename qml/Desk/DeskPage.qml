// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// How the stock stands, and the way to the desk's own window.
Page {
    id: page

    required property DeskViewModel viewModel
    required property ShellViewModel shell

    title: qsTr("Dealer desk")
    caption: viewModel.total > 0 ? viewModel.headline : ""
    model: viewModel
    actions: Button { text: qsTr("Open desk"); kind: "primary"; keyHint: "Ctrl Shift D"; onClicked: page.viewModel.openDesk("") }

    EmptyState {
        visible: page.viewModel.loaded && page.viewModel.total === 0
        icon: "layout-list"
        title: qsTr("No cars yet")
        text: qsTr("Paste up to 50,000 VINs or plates, or load a file. Their histories are fetched and verified in the background and stay readable offline.")
        actionText: qsTr("Open the empty desk")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
        onActionRequested: page.viewModel.openDesk("")
    }
    Card {
        visible: page.viewModel.total > 0
        title: qsTr("Today")
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.readingWidth
        Rows {
            model: page.viewModel.counts
            spacing: Theme.space8
            Layout.fillWidth: true
            delegate: KeyValue {
                id: line
                required property var modelData
                key: modelData.key
                width: parent ? parent.width : 0
                LinkButton { text: line.modelData.value; accessibleName: qsTr("%1: %2, show them").arg(line.modelData.key).arg(line.modelData.value); onClicked: page.viewModel.openDesk(line.modelData.query) }
            }
        }
    }
    Card {
        visible: page.viewModel.jobActive
        title: qsTr("Checking histories")
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.readingWidth
        ProgressBar { value: page.viewModel.jobDone; accessibleName: qsTr("Checking histories"); text: ""; Layout.fillWidth: true }
        Label { text: page.viewModel.job; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Label { visible: text !== ""; text: page.viewModel.jobFailures; color: Theme.attention; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
}
