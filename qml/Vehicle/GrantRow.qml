// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// Who may read or write, what, and until when.
Item {
    id: row

    required property var modelData
    property bool busy: false
    readonly property bool over: modelData.state === "ended"
    signal endRequested(var row)

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: [modelData.name, modelData.text, modelData.stateText].join(", ")

    ColumnLayout {
        id: column
        width: parent.width
        spacing: Theme.space2
        RowLayout {
            spacing: Theme.space8
            Layout.fillWidth: true
            Icon { name: row.modelData.writes ? "pen-line" : "eye"; size: Theme.icon14; color: row.over ? Theme.text3 : Theme.text2 }
            Label { text: row.modelData.name; type: Theme.strong; color: row.over ? Theme.text2 : Theme.text; elide: Text.ElideRight; Layout.fillWidth: true; Accessible.ignored: true }
            AddressText { address: row.modelData.address }
        }
        Label { text: row.modelData.text; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
        RowLayout {
            spacing: Theme.space8
            Layout.fillWidth: true
            Label { text: row.modelData.stateText; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
            Button {
                visible: row.modelData.canEnd
                text: qsTr("End…")
                accessibleName: row.modelData.writes ? qsTr("End what %1 may write").arg(row.modelData.name) : qsTr("End what %1 may read").arg(row.modelData.name)
                size: "compact"
                busy: row.busy
                onClicked: row.endRequested(row.modelData)
            }
        }
    }
}
