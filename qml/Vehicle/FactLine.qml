// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One fact of a card with its mark, a sentence under it, where it is from and the way to its record.
Item {
    id: row

    property string number
    property string status
    property string text
    property string detail
    property string level
    property int record: -1
    signal chosen(int record)

    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        width: parent.width
        spacing: 0
        RowLayout {
            spacing: Theme.space8
            Layout.fillWidth: true
            Label { visible: row.number !== ""; text: row.number; type: Theme.strong; Layout.alignment: Qt.AlignTop; Accessible.ignored: true }
            StatusMark { visible: row.number === "" && row.status !== ""; status: row.status; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space4 }
            LinkButton {
                visible: row.record >= 0
                text: row.text
                color: Theme.text
                accessibleName: qsTr("%1, to record %2").arg([row.number, row.text].filter(w => w !== "").join(", ")).arg(row.record + 1)
                Layout.fillWidth: true
                onClicked: row.chosen(row.record)
            }
            Label { visible: row.record < 0; text: row.text; wrapMode: Text.Wrap; Layout.fillWidth: true }
            ProvenanceMark { visible: row.level !== ""; level: row.level === "" ? "reported" : row.level; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space4 }
        }
        Label { visible: text !== ""; text: row.detail; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true; Layout.leftMargin: Theme.space16 + Theme.space4 }
    }
}
