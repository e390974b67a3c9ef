// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Step 4, where a backup was given: what came back, and a second try where it did not.
Card {
    id: card

    required property JoinViewModel viewModel

    function begin(): void { openButton.forceActiveFocus(Qt.TabFocusReason) }

    title: qsTr("What came back")
    padding: Theme.cardPaddingMoney
    spacing: Theme.space16

    FindingRows { model: card.viewModel.restored; Layout.fillWidth: true }
    Label { visible: text !== ""; text: card.viewModel.progress; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Button { visible: card.viewModel.restoreFailed; text: qsTr("Try another backup…"); size: "large"; busy: card.viewModel.busy; onClicked: dialog.open() }
        Item { Layout.fillWidth: true }
        Button { id: openButton; text: card.viewModel.restoreFailed ? qsTr("Go on without it") : qsTr("Open AutoChain"); kind: "primary"; size: "large"; busy: card.viewModel.busy; onClicked: card.viewModel.open() }
    }
    FileDialog { id: dialog; title: qsTr("Backup file"); nameFilters: [qsTr("Backups (*.acbackup)"), qsTr("All files (*)")]; onAccepted: card.viewModel.tryBackup(selectedFile) }
}
