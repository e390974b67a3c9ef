// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme
import AutoChain.Controls

Card {
    title: "Hold to confirm: moves money or title, cannot be undone"
    padding: 20 * Theme.scale

    GridLayout {
        columns: 4
        columnSpacing: Theme.space12
        rowSpacing: Theme.space8
        Layout.fillWidth: true
        Repeater {
            model: ["rest", "held 0.6 s of 1.2 s", "", "disabled"]
            Label { required property string modelData; text: modelData; type: Theme.caption; color: Theme.text3 }
        }
        HoldButton { text: "Hold to release"; typedPhrase: "200,000"; Layout.fillWidth: true }
        HoldButton { text: "Hold to release"; progress: 0.5; Layout.fillWidth: true }
        HoldButton { text: "Hold to release"; size: "compact"; Layout.fillWidth: true }
        HoldButton { text: "Hold to release"; disabledReason: "a reason"; Layout.fillWidth: true }
        HoldButton { text: "Hold to burn"; danger: true; Layout.fillWidth: true }
        HoldButton { text: "Hold to burn"; danger: true; progress: 0.5; Layout.fillWidth: true }
        HoldButton { text: "Hold to burn"; danger: true; Layout.fillWidth: true }
        HoldButton { text: "Hold to burn"; danger: true; disabledReason: "a reason"; Layout.fillWidth: true }
    }
    Banner { kind: "attention"; title: "A ruling is pending."; text: "Martin Sato rules by Sat 5 Dec. Releasing now ends the dispute without him."; Layout.fillWidth: true }
    Label { text: "200,000 AUC to Bob, title of …134592 to you. Cannot be undone."; type: Theme.caption; color: Theme.text2 }
    HoldButton { text: "Hold to release"; typedPhrase: "200,000"; Layout.preferredWidth: 40 * Theme.grid; Component.onCompleted: askToType() }
}
