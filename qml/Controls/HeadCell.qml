// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// One column head. sorted: "", "up", "down"; with `sortable` a press asks to sort by it.
Pressable {
    id: cell

    property string sorted
    property bool sortable: false
    property bool alignRight: false

    focusPolicy: sortable ? Qt.StrongFocus : Qt.NoFocus
    cursorShape: sortable ? Qt.PointingHandCursor : Qt.ArrowCursor
    implicitHeight: Theme.tableHeadDense
    Layout.fillHeight: true
    accessibleRole: Accessible.ColumnHeader
    accessibleDescription: sorted === "up" ? qsTr("sorted, smallest first") : sorted === "down" ? qsTr("sorted, largest first") : ""

    background: Item { FocusRing { visible: cell.visualFocus; inside: true; around: 0 } }
    contentItem: Item {
        implicitWidth: parts.implicitWidth
        implicitHeight: parts.implicitHeight
        Row {
            id: parts
            x: cell.alignRight ? parent.width - width : 0
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space4
            Text {
                text: cell.text
                textFormat: Text.PlainText
                font: cell.sorted !== "" ? Theme.captionStrong.font : Theme.captionMedium.font
                color: cell.sorted !== "" || cell.over && cell.sortable ? Theme.text : Theme.text2
                Accessible.ignored: true
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: cell.sorted !== ""
                name: cell.sorted === "up" ? "arrow-up" : "arrow-down"
                size: Theme.icon12
                color: Theme.text
            }
        }
    }
}
