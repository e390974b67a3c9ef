// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// Where a deal is. `steps`: [{ title, caption, state: "done" | "current" | "todo", level }]. Steps share the width.
RowLayout {
    id: stepper

    property var steps: []

    spacing: Theme.space12
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Steps")

    Repeater {
        model: stepper.steps
        delegate: RowLayout {
            id: step
            required property int index
            required property var modelData
            readonly property string state_: modelData.state ?? "todo"
            readonly property string level: modelData.level ?? ""
            readonly property bool last: index === stepper.steps.length - 1

            spacing: Theme.space8
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Theme.grid
            Accessible.role: Accessible.ListItem
            Accessible.name: [modelData.title, modelData.caption ?? "", state_ === "done" ? qsTr("done") : state_ === "current" ? qsTr("now") : qsTr("not yet"),
                level !== "" ? mark.word : ""].filter(w => w !== "").join(", ")

            Rectangle {
                implicitWidth: Theme.stepDot
                implicitHeight: Theme.stepDot
                radius: width / 2
                Layout.alignment: Qt.AlignTop
                color: step.state_ === "done" ? Theme.accent : Theme.surface
                border.width: step.state_ === "done" ? 0 : step.state_ === "current" ? Theme.line2 : Theme.hairline
                border.color: step.state_ === "current" ? Theme.accentText : Theme.borderControl
                Icon { anchors.centerIn: parent; visible: step.state_ === "done"; name: "check"; size: Theme.icon12; color: Theme.onAccent }
                Text {
                    anchors.centerIn: parent
                    visible: step.state_ !== "done"
                    text: step.index + 1
                    font: Theme.captionStrong.font
                    color: step.state_ === "current" ? Theme.accentText : Theme.text3
                    Accessible.ignored: true
                }
            }
            ColumnLayout {
                spacing: 0
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: step.last
                RowLayout {
                    spacing: Theme.space8
                    Label {
                        text: step.modelData.title
                        type: step.state_ === "current" ? Theme.strong : Theme.label
                        color: step.state_ === "todo" ? Theme.text2 : Theme.text
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                        Accessible.ignored: true
                    }
                }
                RowLayout {
                    spacing: Theme.markGap
                    Label { text: step.modelData.caption ?? ""; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
                    ProvenanceMark { id: mark; visible: step.level !== ""; level: step.level; cut: Theme.canvas; Accessible.ignored: true }
                }
            }
            Rectangle {
                visible: !step.last
                color: step.state_ === "done" ? Theme.borderControl : Theme.border
                implicitHeight: Theme.hairline
                Layout.fillWidth: true
                Layout.minimumWidth: Theme.space8
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: Theme.stepDot / 2
            }
        }
    }
}
