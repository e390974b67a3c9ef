// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// The private part of one record: why it is shut, a button to open it, or what it says.
Item {
    id: section

    required property var modelData
    property bool busy: false
    /// Under its record, which says the rest.
    property bool lean: false
    readonly property string called: lean ? qsTr("record %1").arg(modelData.record + 1) : modelData.title
    readonly property bool opened: modelData.state === "opened"
    signal openRequested(int record)
    signal closeRequested(int record)
    signal saveRequested(int record)

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: [modelData.title, modelData.text, modelData.content].filter(w => w !== "").join(", ")

    ColumnLayout {
        id: column
        width: parent.width
        spacing: Theme.space4
        RowLayout {
            spacing: Theme.space8
            Layout.fillWidth: true
            Icon { name: section.opened ? "lock-open" : "lock"; size: Theme.icon14; color: section.modelData.state === "ended" ? Theme.attention : Theme.text2 }
            Label { text: section.lean ? qsTr("Private part") : section.modelData.title; type: Theme.strong; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
        }
        Label { text: section.modelData.text; color: section.modelData.state === "ended" ? Theme.attention : Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
        Rectangle {
            visible: section.opened
            color: Theme.sunken
            radius: Theme.radiusControl
            implicitHeight: paper.implicitHeight + 2 * Theme.space8
            Layout.fillWidth: true
            ColumnLayout {
                id: paper
                x: Theme.space8
                y: Theme.space8
                width: parent.width - 2 * Theme.space8
                spacing: Theme.space4
                Label { text: section.modelData.name; type: Theme.captionStrong; wrapMode: Text.WrapAnywhere; Layout.fillWidth: true }
                Label { text: section.modelData.content; wrapMode: Text.Wrap; Layout.fillWidth: true }
            }
        }
        Flow {
            visible: section.opened || section.modelData.state === "readable"
            spacing: Theme.space8
            Layout.fillWidth: true
            Button { visible: !section.opened; text: qsTr("Open"); accessibleName: qsTr("Open the private part of %1").arg(section.called); icon: "lock-open"; size: "compact"; busy: section.busy; onClicked: section.openRequested(section.modelData.record) }
            Button { visible: section.opened; text: qsTr("Close"); accessibleName: qsTr("Close the private part of %1").arg(section.called); size: "compact"; onClicked: section.closeRequested(section.modelData.record) }
            Button { visible: section.opened && !section.lean; text: qsTr("Save…"); accessibleName: qsTr("Save the private part of %1").arg(section.called); icon: "download"; size: "compact"; onClicked: section.saveRequested(section.modelData.record) }
        }
    }
}
