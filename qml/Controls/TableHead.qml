// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// The head of a table: HeadCell items in a row. Give cells and the row's TableCell the same widths.
Rectangle {
    id: head

    property bool dense: false
    property real sidePadding: Theme.space16
    property real spacing: Theme.space16
    default property alias content: row.data

    implicitWidth: row.implicitWidth + 2 * sidePadding
    implicitHeight: dense ? Theme.tableHeadDense : Theme.tableHead
    color: Theme.sunken
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Columns")

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: head.sidePadding
        anchors.rightMargin: head.sidePadding
        spacing: head.spacing
    }
    Divider { width: parent.width; anchors.bottom: parent.bottom; color: Theme.border }
}
