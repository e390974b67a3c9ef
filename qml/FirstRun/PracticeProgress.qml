// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The button that opens the practice market; while it is made, the steps and a way to stop; afterwards what went wrong.
ColumnLayout {
    id: part

    required property FirstRunViewModel viewModel

    spacing: Theme.space8

    ErrorBlock {
        visible: part.viewModel.error.present
        cause: part.viewModel.error.cause
        money: part.viewModel.error.money
        todo: part.viewModel.error.next
        Layout.fillWidth: true
    }
    Button {
        visible: !part.viewModel.busy
        text: qsTr("Open practice market")
        kind: "primary"
        size: "large"
        focus: true
        Layout.fillWidth: true
        onClicked: part.viewModel.openPractice()
        Component.onCompleted: forceActiveFocus(Qt.TabFocusReason)
    }
    Label {
        visible: !part.viewModel.busy
        text: part.viewModel.readyIn
        type: Theme.caption
        color: Theme.text3
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    Rows {
        spacing: Theme.space8
        model: part.viewModel.busy ? part.viewModel.steps : null
        delegate: RowLayout {
            id: step
            required property string text
            required property string stage
            spacing: Theme.space8
            width: parent ? parent.width : 0
            Accessible.role: Accessible.ListItem
            Accessible.name: step.stage === "done" ? qsTr("%1: done").arg(step.text) : step.stage === "current" ? qsTr("%1: now").arg(step.text) : step.text
            Item {
                implicitWidth: Theme.icon16
                implicitHeight: Theme.icon16
                StatusMark { visible: step.stage === "done"; status: "clean"; size: Theme.icon16 }
                Spinner { visible: step.stage === "current"; running: visible; size: Theme.icon16 }
                Icon { visible: step.stage === "todo"; name: "circle-dashed"; color: Theme.text3 }
            }
            Label { text: step.text; type: step.stage === "current" ? Theme.strong : Theme.body; color: step.stage === "todo" ? Theme.text3 : Theme.text; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
        }
    }
    ProgressBar { visible: part.viewModel.busy; from: 0; to: 1; value: part.viewModel.progress; accessibleName: qsTr("Making the practice market"); Layout.fillWidth: true }
    Button {
        visible: part.viewModel.busy
        text: qsTr("Cancel")
        size: "large"
        busy: part.viewModel.cancelling
        Layout.fillWidth: true
        onClicked: part.viewModel.cancel()
    }
}
