// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One line of the activity. A look-alike shows neither its address nor a way to copy it until it is asked for.
TableRow {
    id: row

    required property string date
    required property string what
    required property string icon
    required property string withName
    required property string withAddress
    required property string auc
    required property string fee
    required property string level
    required property string route
    required property string imitates
    required property string hash
    required property string entryKey
    required property bool detailed
    property bool roomy: true
    property real dateWidth
    property real withWidth
    property real aucWidth
    property real feeWidth
    property bool explained: false

    /// Very narrow: the date stands under what happened, the address in the panel and the export.
    readonly property bool tight: width < 56 * Theme.grid
    readonly property bool lookAlike: imitates !== ""

    signal detailRequested(string key)
    signal openRequested(string route)
    signal copyRequested(string text, string what)

    accessibleName: [date, what, withName !== "" ? withName : lookAlike ? "" : withAddress, qsTr("%1 AUC").arg(auc)].filter(w => w !== "").join(", ")
    openOnClick: detailed
    onOpened: lookAlike ? explained = !explained : detailed ? detailRequested(entryKey) : route !== "" ? openRequested(route) : copyRequested(hash, qsTr("transaction number"))

    TableCell { visible: !row.tight; text: row.date; exact: true; color: Theme.text2; Layout.preferredWidth: row.dateWidth; Accessible.ignored: true }
    RowLayout {
        spacing: Theme.space8
        Layout.fillWidth: true
        Icon { name: row.icon; color: Theme.text2 }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            TableCell { text: row.what; Layout.fillWidth: true; Accessible.ignored: true }
            Label { visible: row.tight; text: row.withName !== "" ? qsTr("%1, %2").arg(row.date).arg(row.withName) : row.date; type: Theme.caption; color: Theme.text2; elide: Text.ElideRight; Layout.fillWidth: true; Accessible.ignored: true }
            LinkButton { visible: row.detailed && !row.roomy; text: qsTr("Details…"); Accessible.name: qsTr("Details of %1").arg(row.accessibleName + " " + row.hash); onClicked: row.detailRequested(row.entryKey) }
            RowLayout {
                visible: !row.roomy && !row.tight && !row.lookAlike && row.withAddress !== ""
                spacing: Theme.space8
                Label { visible: text !== ""; text: row.withName; type: Theme.caption; color: Theme.text2; Accessible.ignored: true }
                AddressText { address: row.withAddress; Accessible.ignored: true }
            }
            Label {
                visible: row.explained
                text: qsTr("Somebody sent nothing or next to nothing from an address that looks like %1's, so that you copy it by mistake. It is %2.").arg(row.imitates).arg(row.withAddress)
                type: Theme.caption
                color: Theme.text2
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
    }
    RowLayout {
        visible: row.roomy
        spacing: Theme.space8
        Layout.fillWidth: false
        Layout.preferredWidth: row.withWidth
        Layout.maximumWidth: row.withWidth
        LinkButton { visible: row.lookAlike; text: row.explained ? qsTr("Hide") : qsTr("Show and explain"); onClicked: row.explained = !row.explained }
        TableCell { visible: !row.lookAlike && text !== ""; text: row.withName; Layout.maximumWidth: row.withWidth - Theme.scaled(104); Accessible.ignored: true }
        AddressText { visible: !row.lookAlike && row.withAddress !== "" && !(row.detailed && row.withName !== ""); address: row.withAddress; Accessible.ignored: true }
        LinkButton { visible: row.detailed; text: qsTr("Details…"); Accessible.name: qsTr("Details of %1").arg(row.accessibleName + " " + row.hash); onClicked: row.detailRequested(row.entryKey) }
        Item { Layout.fillWidth: true }
    }
    TableCell { text: row.auc; type: Theme.strong; exact: true; alignRight: true; Layout.preferredWidth: row.aucWidth; Accessible.ignored: true }
    TableCell { visible: row.roomy; text: row.fee; exact: true; alignRight: true; color: Theme.text3; Layout.preferredWidth: row.feeWidth; Accessible.ignored: true }
    ProvenanceMark { level: row.level; about: [row.accessibleName, row.hash.slice(0, 10)].join(", ") }
}
