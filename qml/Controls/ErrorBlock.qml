// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// What went wrong, in three parts; all three are always shown. `fixText` adds one compact button that does it.
Rectangle {
    id: block

    property string cause
    property string money
    property string todo
    property string fixText
    property string fixNote

    readonly property string spoken: qsTr("Cause: %1 Your money: %2 What to do: %3").arg(cause).arg(money).arg(todo)

    signal fixRequested()

    visible: cause !== ""
    color: Theme.problemTint
    radius: Theme.radiusControl
    implicitWidth: rows.implicitWidth + 2 * Theme.space12
    implicitHeight: rows.implicitHeight + 2 * Theme.space8
    Accessible.role: Accessible.AlertMessage
    Accessible.name: spoken
    Accessible.ignored: !visible

    GridLayout {
        id: rows
        x: Theme.space12
        y: Theme.space8
        width: parent.width - 2 * Theme.space12
        columns: 2
        columnSpacing: Theme.space12
        rowSpacing: Theme.space4

        Label { text: qsTr("Cause"); color: Theme.text2; Layout.alignment: Qt.AlignTop }
        Label { text: block.cause; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Label { text: qsTr("Your money"); color: Theme.text2; Layout.alignment: Qt.AlignTop }
        Label { text: block.money; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Label { text: qsTr("What to do"); color: Theme.text2; Layout.alignment: Qt.AlignTop }
        Label { text: block.todo; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Item { visible: block.fixText !== "" }
        RowLayout {
            visible: block.fixText !== ""
            spacing: Theme.space8
            Button { text: block.fixText; size: "compact"; onClicked: block.fixRequested() }
            Label { text: block.fixNote; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        }
    }
}
