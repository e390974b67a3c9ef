// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One reason of the score: what, how many of its points, why, and the newest record it comes from.
Item {
    id: row

    required property var reason
    signal chosen(int record)

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: [reason.part, reason.points, reason.text].join(", ")

    ColumnLayout {
        id: column
        width: parent.width
        spacing: 0
        RowLayout {
            spacing: Theme.space8
            Layout.fillWidth: true
            StatusMark { status: row.reason.status }
            LinkButton {
                readonly property int last: row.reason.records.length > 0 ? row.reason.records[row.reason.records.length - 1] : -1
                visible: last >= 0
                text: row.reason.part
                color: Theme.text
                accessibleName: qsTr("%1, to the newest record it comes from").arg(row.reason.part)
                onClicked: row.chosen(last)
            }
            Label { visible: row.reason.records.length === 0; text: row.reason.part; Accessible.ignored: true }
            Item { Layout.fillWidth: true }
            Label { text: row.reason.points; color: row.reason.status === "nodata" ? Theme.nodata : Theme.text2; Accessible.ignored: true }
        }
        Label { text: row.reason.text; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true; Layout.leftMargin: Theme.mark + Theme.space8; Accessible.ignored: true }
    }
}
