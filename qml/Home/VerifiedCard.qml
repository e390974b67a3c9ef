// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Is my view verified? Said as it is, also where the answer is no.
Card {
    id: card

    required property HomeViewModel viewModel
    required property ShellViewModel shell

    title: qsTr("Is my view verified?")
    actionText: qsTr("Network")
    actionIsLink: true
    onActionRequested: shell.navigation.open("settings/network")

    RowLayout {
        spacing: Theme.space8
        Layout.fillWidth: true
        ProvenanceMark { level: card.viewModel.viewLevel; about: qsTr("my view"); size: Theme.icon20; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space2 }
        ColumnLayout {
            spacing: Theme.space2
            Layout.fillWidth: true
            Label { text: card.viewModel.viewTitle; type: Theme.cardTitle; wrapMode: Text.Wrap; Layout.fillWidth: true }
            Label { text: card.viewModel.viewText; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        }
    }
    Divider { Layout.fillWidth: true; Layout.topMargin: Theme.space4 }
    Rows {
        model: card.viewModel.viewFacts
        spacing: Theme.space8
        delegate: KeyValue {
            required property var modelData
            key: modelData.key
            value: modelData.value
            level: modelData.level
            strong: true
            width: parent ? parent.width : 0
        }
    }
}
