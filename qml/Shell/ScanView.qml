// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Looking for the accounts of words: what is being asked, what came of it and which of them are to be taken in.
ColumnLayout {
    id: view

    required property ScanViewModel scan
    property string coin

    readonly property bool roomy: width >= 80 * Theme.grid

    readonly property bool asking: scan.state === ScanViewModel.Asking
    readonly property bool asked: scan.state === ScanViewModel.Asked

    spacing: Theme.space12

    RowLayout {
        visible: view.asking
        spacing: Theme.space12
        Layout.fillWidth: true
        Spinner { running: view.asking }
        Label { text: view.scan.progress; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.role: Accessible.StatusBar }
        Button { text: qsTr("Stop"); busy: view.scan.cancelling; onClicked: view.scan.cancel() }
    }
    ColumnLayout {
        visible: view.asked
        spacing: Theme.space2
        Layout.fillWidth: true
        Label { text: view.scan.verdict.cause; type: Theme.heading; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Label { text: view.scan.verdict.money; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Label { text: view.scan.verdict.next; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
    Button { visible: view.scan.incomplete; text: qsTr("Ask the rest again"); icon: "refresh-cw"; onClicked: view.scan.retry() }
    Rows {
        model: view.scan.found
        delegate: TableRow {
            id: found
            required property string address
            required property string path
            required property string auc
            required property string coin
            required property bool known
            required property bool wanted
            accessibleName: [address, path, qsTr("%1 AUC").arg(auc), view.coin !== "" ? qsTr("%1 %2").arg(coin).arg(view.coin) : "", known ? qsTr("is here") : wanted ? qsTr("will be added") : qsTr("left out")].filter(w => w !== "").join(", ")
            sidePadding: 0
            width: parent ? parent.width : 0
            CheckBox {
                accessibleName: qsTr("Add %1").arg(found.address)
                checked: found.known || found.wanted
                disabledReason: found.known ? qsTr("It is here already.") : ""
                onToggled: view.scan.setWanted(found.address, checked)
            }
            AddressText { address: found.address; Accessible.ignored: true }
            TableCell { text: found.path; type: Theme.mono; color: Theme.text2; Layout.fillWidth: true; Accessible.ignored: true }
            Tag { visible: found.known; text: qsTr("is here") }
            ColumnLayout {
                spacing: 0
                Money { amount: found.auc; unit: "AUC"; level: "reported"; Layout.alignment: Qt.AlignRight; Accessible.ignored: true }
                Money { visible: view.coin !== ""; amount: found.coin; unit: view.coin; level: "reported"; color: Theme.text2; Layout.alignment: Qt.AlignRight; Accessible.ignored: true }
            }
        }
    }
    ColumnLayout {
        visible: view.asking || view.asked
        spacing: 0
        Layout.fillWidth: true
        TableHead {
            sidePadding: 0
            dense: true
            Layout.fillWidth: true
            HeadCell { text: qsTr("Path"); Layout.preferredWidth: Theme.scaled(168) }
            HeadCell { visible: view.roomy; text: qsTr("Used by"); Layout.preferredWidth: Theme.scaled(280) }
            HeadCell { text: qsTr("Asked"); alignRight: true; Layout.preferredWidth: Theme.scaled(48) }
            HeadCell { text: qsTr("Used"); alignRight: true; Layout.preferredWidth: Theme.scaled(48) }
            HeadCell { text: qsTr("Ended"); Layout.fillWidth: true }
        }
        Rows {
            model: view.scan.paths
            delegate: TableRow {
                id: row
                required property string path
                required property string name
                required property int asked
                required property int used
                required property string ended
                density: "dense"
                sidePadding: 0
                accessibleName: qsTr("%1, %2: %3 asked, %4 used. %5").arg(path).arg(name).arg(asked).arg(used).arg(ended)
                width: parent ? parent.width : 0
                TableCell { text: row.path; type: Theme.mono; Layout.preferredWidth: Theme.scaled(168); Accessible.ignored: true; HoverHandler { id: over } HoverTip { shown: over.hovered && !view.roomy; text: row.name } }
                TableCell { visible: view.roomy; text: row.name; Layout.preferredWidth: Theme.scaled(280); Accessible.ignored: true }
                TableCell { text: row.asked; alignRight: true; exact: true; Layout.preferredWidth: Theme.scaled(48); Accessible.ignored: true }
                TableCell { text: row.used; alignRight: true; exact: true; Layout.preferredWidth: Theme.scaled(48); Accessible.ignored: true }
                TableCell { text: row.ended; color: Theme.text2; Layout.fillWidth: true; Accessible.ignored: true }
            }
        }
    }
}
