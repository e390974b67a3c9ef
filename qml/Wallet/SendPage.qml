// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// Sending in four steps. Nothing leaves before the signer's own window was held.
Page {
    id: page

    required property WalletViewModel viewModel
    required property SendViewModel send

    readonly property bool reviewing: send.step >= SendViewModel.Review

    title: send.asset === "auc" ? qsTr("Send AUC") : qsTr("Send %1").arg(send.coin)
    captionItems: WizardSteps {
        width: page.contentWidth
        steps: [qsTr("To whom"), qsTr("How much"), qsTr("Review"), qsTr("Sign in the signer")]
        current: Math.min(page.send.step, 3)
        onStepRequested: index => page.send.goTo(index)
    }
    actions: Button { text: qsTr("Close"); kind: "quiet"; icon: "x"; accessibleName: qsTr("Close sending, keep what is typed"); onClicked: page.viewModel.panel = "" }

    GridLayout {
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.space32
        rowSpacing: Theme.cardGap
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: !Theme.wide

        Loader {
            id: step
            sourceComponent: page.send.step === SendViewModel.ToWhom ? toWhom : page.send.step === SendViewModel.HowMuch ? howMuch
                : page.send.step === SendViewModel.Done ? done : review
            Layout.preferredWidth: Theme.readingWidth
            Layout.maximumWidth: Theme.readingWidth
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            onLoaded: item.begin()
        }
        ColumnLayout {
            visible: page.send.step !== SendViewModel.ToWhom
            spacing: Theme.cardGap
            Layout.preferredWidth: Theme.wide ? 42 * Theme.grid : Theme.readingWidth
            Layout.maximumWidth: Theme.wide ? 42 * Theme.grid : Theme.readingWidth
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            ChecksCard { checks: page.send.checks; Layout.fillWidth: true }
            Card {
                title: qsTr("If it goes wrong")
                Layout.fillWidth: true
                Label {
                    text: qsTr("A payment cannot be called back. If you buy a car, use a deal: the Safe keeps money and title together.")
                    color: Theme.text2
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
            }
        }
    }
    Component { id: toWhom; SendToWhom { send: page.send } }
    Component { id: howMuch; SendHowMuch { send: page.send; viewModel: page.viewModel } }
    Component { id: review; SendReview { send: page.send; viewModel: page.viewModel } }
    Component { id: done; SendDone { send: page.send; viewModel: page.viewModel } }
}
