// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme
import AutoChain.Controls

Card {
    title: "Buttons"
    padding: 20 * Theme.scale

    GridLayout {
        columns: 4
        columnSpacing: Theme.space32
        rowSpacing: Theme.space8
        Repeater {
            model: ["", "rest", "selected", "off"]
            Label { required property string modelData; text: modelData; type: Theme.caption; color: Theme.text3 }
        }
        Repeater {
            model: ["primary", "primary", "primary", "primary", "normal", "normal", "normal", "normal", "quiet", "quiet", "quiet", "quiet", "danger", "danger", "danger", "danger"]
            Item {
                id: cell
                required property int index
                required property string modelData
                implicitWidth: Math.max(name.implicitWidth, button.implicitWidth)
                implicitHeight: button.implicitHeight
                Label { id: name; visible: cell.index % 4 === 0; text: cell.modelData; type: Theme.caption; color: Theme.text3 }
                Button {
                    id: button
                    visible: cell.index % 4 > 0
                    text: "Send…"
                    kind: cell.modelData
                    selected: cell.index % 4 === 2
                    disabledReason: cell.index % 4 === 3 ? "a reason" : ""
                }
            }
        }
    }
    Flow {
        spacing: Theme.space12
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
        Button { text: "Compact"; size: "compact" }
        Button { text: "Normal" }
        Button { text: "Large"; size: "large" }
        Button { text: "With icon"; icon: "printer" }
        Button { text: "With key"; keyHint: "Ctrl N" }
        Button { text: "Working"; busy: true }
    }
    RowLayout {
        spacing: Theme.space12
        Layout.topMargin: Theme.space8
        Button { id: dispute; text: "Open a dispute"; disabledReason: "Possible from Fri 27 Nov, 18:00. Until then: write to Bob." }
        Label { text: dispute.disabledReason; type: Theme.caption; color: Theme.text2 }
    }
}
