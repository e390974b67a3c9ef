// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One account: its label (which becomes a field while it is renamed), where it comes from, what is on it, what can be
/// done with it.
TableRow {
    id: row

    required property string name
    required property string address
    required property string origin
    required property string auc
    required property string coin
    required property string level
    required property bool inUse
    required property bool watched
    required property string useReason
    property string unit
    property bool renaming: false

    signal renameRequested()
    signal renamed(string to)
    signal useRequested()
    signal exportRequested()
    signal forgetRequested()
    signal copyRequested()

    accessibleName: [name, address, origin, auc !== "" ? qsTr("%1 AUC").arg(auc) : "", auc !== "" ? qsTr("%1 %2").arg(coin).arg(unit) : "", inUse ? qsTr("in use") : ""].filter(w => w !== "").join(", ")
    width: parent ? parent.width : 0

    ColumnLayout {
        spacing: Theme.space2
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
        Layout.bottomMargin: Theme.space8
        TextField {
            id: field
            visible: row.renaming
            accessibleName: qsTr("New name of %1").arg(row.name)
            text: row.name
            maximumLength: 64
            Layout.fillWidth: true
            onAccepted: row.renamed(text)
            onVisibleChanged: if (visible) { text = row.name; selectAll(); input.forceActiveFocus(Qt.TabFocusReason) }
        }
        RowLayout {
            visible: !row.renaming
            spacing: Theme.space8
            Layout.fillWidth: true
            AddressChip { name: row.name; address: row.address; onCopyRequested: row.copyRequested() }
            Tag { visible: row.inUse; text: qsTr("in use"); tone: "accent" }
            Item { Layout.fillWidth: true }
        }
        Label { text: row.origin; type: Theme.caption; color: Theme.text2; elide: Text.ElideRight; Layout.fillWidth: true; Accessible.ignored: true }
    }
    ColumnLayout {
        spacing: 0
        Money { visible: row.auc !== ""; amount: row.auc; unit: "AUC"; level: row.level; about: qsTr("AUC of %1").arg(row.name); Layout.alignment: Qt.AlignRight }
        Money { visible: row.auc !== ""; amount: row.coin; unit: row.unit; level: row.level; about: qsTr("%1 of %2").arg(row.unit).arg(row.name); color: Theme.text2; Layout.alignment: Qt.AlignRight }
        Skeleton { visible: row.auc === ""; waiting: visible; implicitWidth: Theme.scaled(96); implicitHeight: Theme.icon16 }
    }
    Item { // keeps its place where there is nothing to use, so that the amounts stand in line
        implicitWidth: use.implicitWidth
        implicitHeight: use.implicitHeight
        Button { id: use; visible: !row.inUse && !row.watched; text: qsTr("Use"); accessibleName: qsTr("Use %1").arg(row.name); size: "compact"; disabledReason: row.useReason; onClicked: row.useRequested() }
    }
    IconButton { compact: true; icon: row.renaming ? "check" : "pencil"; text: row.renaming ? qsTr("Keep the name of %1").arg(row.name) : qsTr("Rename %1").arg(row.name); onClicked: row.renaming ? row.renamed(field.text) : row.renameRequested() }
    IconButton { visible: !row.watched; compact: true; icon: "file-up"; text: qsTr("Export %1 as a key file").arg(row.name); onClicked: row.exportRequested() }
    IconButton { visible: row.watched; compact: true; icon: "trash-2"; text: qsTr("Stop looking at %1").arg(row.name); onClicked: row.forgetRequested() }
}
