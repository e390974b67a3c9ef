// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What is verified, in a sentence; beside it how far the headers are, where there are any to check.
Card {
    id: card

    required property NetworkViewModel network

    readonly property bool roomy: width > 80 * Theme.grid

    Accessible.name: qsTr("State of the network")

    GridLayout {
        columns: card.roomy && card.network.verifies ? 3 : 1
        columnSpacing: Theme.space16
        rowSpacing: Theme.space12
        Layout.fillWidth: true

        RowLayout {
            spacing: Theme.space12
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            ProvenanceMark { level: card.network.level; about: qsTr("What you see"); size: Theme.icon20; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space2 }
            ColumnLayout {
                spacing: Theme.space2
                Layout.fillWidth: true
                Label { text: card.network.headline; type: Theme.heading; wrapMode: Text.Wrap; Layout.fillWidth: true }
                Label { visible: text !== ""; text: card.network.explanation; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
            }
        }
        Divider {
            visible: card.network.verifies
            vertical: card.roomy
            Layout.fillHeight: card.roomy
            Layout.fillWidth: !card.roomy
            Layout.topMargin: card.roomy ? -card.padding : 0
            Layout.bottomMargin: card.roomy ? -card.padding : 0
        }
        ColumnLayout {
            visible: card.network.verifies
            spacing: Theme.space4
            Layout.fillWidth: !card.roomy
            Layout.preferredWidth: card.roomy ? Math.round(card.width * 0.42) : -1
            Layout.alignment: Qt.AlignTop
            RowLayout {
                spacing: Theme.space4
                Layout.fillWidth: true
                Label { text: qsTr("Headers"); color: Theme.text2; Layout.fillWidth: true; Accessible.ignored: true }
                Label { text: card.network.headersDone; type: Theme.strong; Accessible.ignored: true }
                Label { text: card.network.headersOf; color: Theme.text2; Accessible.ignored: true }
            }
            ProgressBar {
                value: card.network.headersPart
                accessibleName: qsTr("Headers, %1 %2").arg(card.network.headersDone).arg(card.network.headersOf)
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: Theme.space8
                Layout.fillWidth: true
                Label { text: card.network.headersFrom; type: Theme.caption; color: Theme.text2; Layout.fillWidth: true }
                Label { visible: text !== ""; text: card.network.headersSettled; type: Theme.caption; color: Theme.text2 }
                Label { text: card.network.headersHead; type: Theme.caption; color: Theme.text2; horizontalAlignment: Text.AlignRight; Layout.fillWidth: true }
            }
        }
    }
}
