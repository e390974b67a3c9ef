// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One document: what it is, whose, whether it is on this computer.
Item {
    id: line

    required property string key
    required property string name
    required property string kind
    required property string by
    required property string state
    required property real part
    required property int record
    required property bool opens
    signal fetchRequested()
    signal stopRequested()
    signal openRequested()
    signal saveRequested()
    signal chosen(int record)

    readonly property string stateText: line.state === "away" ? qsTr("not on this computer, and nobody asked has it")
        : line.state === "altered" ? qsTr("altered: what was given is not what the record names") : line.state === "looking" ? qsTr("being looked for")
        : line.state === "large" ? qsTr("a large file, fetched when you ask for it") : ""

    implicitHeight: column.implicitHeight + 2 * Theme.space8
    Accessible.role: Accessible.ListItem
    Accessible.name: [name, kind, by, stateText].filter(w => w !== "").join(", ")

    Hatch { anchors.fill: parent; visible: line.state === "away" || line.state === "large" }
    Rectangle { anchors.fill: parent; visible: line.state === "altered"; color: Theme.problemTint }
    RowLayout {
        id: column
        x: Theme.space16
        y: Theme.space8
        width: parent.width - 2 * Theme.space16
        spacing: Theme.space12
        Icon { name: line.kind.indexOf("picture") >= 0 ? "image" : "file-text"; size: Theme.icon16; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space2 }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            LinkButton { text: line.name; color: Theme.text; accessibleName: qsTr("%1, to record %2").arg(line.name).arg(line.record + 1); Layout.fillWidth: true; onClicked: line.chosen(line.record) }
            Label { text: qsTr("%1 · %2").arg(line.kind).arg(line.by); type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
            ProgressBar { visible: line.state === "fetching"; from: 0; to: 1; value: line.part; accessibleName: qsTr("%1 is being fetched").arg(line.name); Layout.fillWidth: true; Layout.topMargin: Theme.space4 }
            Label { visible: line.stateText !== ""; text: line.stateText; type: Theme.caption; color: line.state === "altered" ? Theme.problem : Theme.nodata; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
        }
        Button { visible: line.state === "fetching"; size: "compact"; text: qsTr("Stop"); accessibleName: qsTr("Stop fetching %1").arg(line.name); onClicked: line.stopRequested() }
        Button { visible: line.state === "away" || line.state === "large"; size: "compact"; text: qsTr("Fetch"); accessibleName: qsTr("Fetch %1 of record %2").arg(line.name).arg(line.record + 1); onClicked: line.fetchRequested() }
        IconButton { visible: line.state === "here" && line.opens; compact: true; icon: "external-link"; text: qsTr("Open %1 of record %2").arg(line.name).arg(line.record + 1); onClicked: line.openRequested() }
        IconButton { visible: line.state === "here"; compact: true; icon: "save"; text: qsTr("Save %1 of record %2").arg(line.name).arg(line.record + 1); onClicked: line.saveRequested() }
    }
    Divider { width: parent.width; y: parent.height - height }
}
