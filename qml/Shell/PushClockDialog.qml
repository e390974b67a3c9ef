// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Lets time pass on the practice market, for everybody in it.
Dialog {
    id: dialog

    required property PracticeViewModel practice

    readonly property var spans: [3600, 86400, 7 * 86400]
    readonly property bool custom: choice.currentIndex === 3
    readonly property real seconds: custom ? Number(amount.text) * [3600, 86400][unit.currentIndex] : spans[choice.currentIndex]
    readonly property bool usable: seconds >= 60 && seconds <= 366 * 86400

    title: qsTr("Push the practice clock forward?")
    text: qsTr("Deadlines come nearer for everybody in this market, and some may pass. The clock cannot be turned back.")
    harmlessText: qsTr("Leave it")
    actionText: qsTr("Push the clock")
    actionKind: "primary"
    actionReason: usable ? "" : qsTr("Type a number of hours or days, up to 366 days.")
    onActed: practice.push(seconds)

    SegmentedControl {
        id: choice
        accessibleName: qsTr("How far")
        options: [qsTr("1 hour"), qsTr("1 day"), qsTr("7 days"), qsTr("Other")]
        currentIndex: 1
        onActivated: index => currentIndex = index
        Layout.fillWidth: true
    }
    RowLayout {
        visible: dialog.custom
        spacing: Theme.space8
        TextField {
            id: amount
            label: qsTr("How many")
            text: "3"
            numeric: true
            inputMethodHints: Qt.ImhDigitsOnly
            validator: IntValidator { bottom: 1; top: 8784 }
            Layout.preferredWidth: 16 * Theme.grid
        }
        ComboBox {
            id: unit
            label: qsTr("Unit")
            model: [qsTr("hours"), qsTr("days")]
            currentIndex: 1
        }
    }
    Label {
        text: dialog.usable ? qsTr("The clock will stand at %1.").arg(dialog.practice.after(dialog.seconds)) : dialog.actionReason
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    ErrorBlock {
        visible: dialog.practice.pushError.present
        cause: dialog.practice.pushError.cause
        money: dialog.practice.pushError.money
        todo: dialog.practice.pushError.next
        Layout.fillWidth: true
    }
}
