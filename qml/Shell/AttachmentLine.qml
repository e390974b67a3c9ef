// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One file that is being added: what became of it, and the way to take it out again.
Item {
    id: line

    required property int index
    required property string key
    required property string name
    required property string note
    required property string fileState
    required property var picture
    property bool photo: false
    signal removeRequested()
    signal frontRequested()

    implicitHeight: row.implicitHeight + 2 * Theme.space8
    Accessible.role: Accessible.ListItem
    Accessible.name: [name, line.fileState === "reading" ? qsTr("being read") : note].filter(w => w !== "").join(", ")

    RowLayout {
        id: row
        x: Theme.space12
        y: Theme.space8
        width: parent.width - 2 * x
        spacing: Theme.space12
        PhotoArea { id: small; visible: !empty; picture: line.picture; crop: true; Layout.preferredWidth: 7 * Theme.grid; Layout.preferredHeight: 5 * Theme.grid }
        Icon { visible: small.empty; name: line.fileState === "failed" ? "circle-alert" : line.photo ? "image" : "file-text"; size: Theme.icon16; color: line.fileState === "failed" ? Theme.problem : Theme.text2 }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Label { text: line.name; elide: Text.ElideMiddle; Layout.fillWidth: true; Accessible.ignored: true }
            Label { text: line.fileState === "reading" ? qsTr("being read…") : line.note; type: Theme.caption; color: line.fileState === "failed" ? Theme.problem : Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
        }
        Button { visible: line.photo && line.index > 0 && line.fileState === "here"; kind: "quiet"; size: "compact"; text: qsTr("Show first"); accessibleName: qsTr("Show %1 first").arg(line.name); onClicked: line.frontRequested() }
        IconButton { compact: true; icon: "x"; text: qsTr("Take %1 out").arg(line.name); onClicked: line.removeRequested() }
    }
    Divider { width: parent.width; y: parent.height - height }
}
