// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Step 2: a password for the records on this computer.
ColumnLayout {
    id: step

    required property JoinViewModel viewModel

    function begin(): void { first.forceActiveFocus(Qt.TabFocusReason) }

    spacing: Theme.cardGap

    NetworkFacts { viewModel: step.viewModel; Layout.fillWidth: true }
    Card {
        title: qsTr("A password for this computer")
        padding: Theme.cardPaddingMoney
        spacing: Theme.space16
        Layout.fillWidth: true
        Label {
            text: qsTr("It encrypts your records, messages and address book here. It is not the way to your money: that is your 24 words.")
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        TextField { id: first; label: qsTr("Password"); password: true; size: "large"; inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText; Layout.fillWidth: true; onTextEdited: step.viewModel.judgePassword(text, again.text) }
        TextField {
            id: again
            label: qsTr("Password again")
            password: true
            size: "large"
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
            Layout.fillWidth: true
            onTextEdited: step.viewModel.judgePassword(first.text, text)
            onAccepted: step.viewModel.setPassword(first.text, text)
        }
        Label { visible: text !== ""; text: step.viewModel.passwordProblem; color: Theme.problem; wrapMode: Text.Wrap; Layout.fillWidth: true }
        RowLayout {
            spacing: Theme.space12
            Layout.fillWidth: true
            Button { text: qsTr("Back"); size: "large"; onClicked: step.viewModel.back() }
            Item { Layout.fillWidth: true }
            Button { text: qsTr("Continue"); kind: "primary"; size: "large"; onClicked: step.viewModel.setPassword(first.text, again.text) }
        }
    }
}
