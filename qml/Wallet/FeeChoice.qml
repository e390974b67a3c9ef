// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// How much to offer for a place in a block: three speeds, or a price of one's own.
ColumnLayout {
    id: choice

    required property FeeViewModel fee

    readonly property var keys: ["slow", "normal", "fast", "own"]
    readonly property bool own: fee.choice === "own"

    spacing: Theme.space8

    Label { text: qsTr("Network fee"); type: Theme.strong; Layout.fillWidth: true }
    SegmentedControl {
        accessibleName: qsTr("Network fee")
        options: [qsTr("Slow"), qsTr("Normal"), qsTr("Fast"), qsTr("Own price")]
        currentIndex: choice.keys.indexOf(choice.fee.choice)
        onActivated: index => choice.fee.choice = choice.keys[index]
    }
    GridLayout {
        visible: choice.own
        columns: Theme.narrow ? 1 : 2
        columnSpacing: Theme.space12
        rowSpacing: Theme.space8
        Layout.fillWidth: true
        TextField {
            label: qsTr("Highest price")
            text: choice.fee.ownPrice
            numeric: true
            unit: qsTr("gwei per gas")
            maximumLength: 40
            errorCause: choice.fee.error.cause
            errorMoney: choice.fee.error.money
            errorTodo: choice.fee.error.next
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            onTextEdited: choice.fee.ownPrice = text
        }
        TextField {
            visible: choice.fee.hasTip
            label: qsTr("Of it for the miner")
            text: choice.fee.ownTip
            numeric: true
            unit: qsTr("gwei per gas")
            maximumLength: 40
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            onTextEdited: choice.fee.ownTip = text
        }
    }
    Label { visible: text !== ""; text: choice.fee.wait; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    Label { visible: text !== ""; text: [choice.fee.estimate, choice.fee.network].filter(t => t !== "").join(". "); type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    Banner { visible: choice.fee.warning !== ""; kind: "attention"; text: choice.fee.warning; Layout.fillWidth: true }
}
