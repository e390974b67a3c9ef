// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One record, or a stretch without any. Press to read its details.
Item {
    id: line

    required property string date
    required property string icon
    required property string text
    required property string by
    required property string detail
    required property string level
    required property bool gap
    required property bool problem
    property bool open: false

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: [date, text, by, open ? detail : ""].filter(w => w !== "").join(", ")

    Hatch { anchors.fill: parent; visible: line.gap }
    Rectangle { anchors.fill: parent; visible: line.problem; color: Theme.problemTint }
    ColumnLayout {
        id: column
        width: parent.width
        spacing: 0
        RowLayout {
            spacing: Theme.space12
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.rowDense
            Layout.leftMargin: Theme.space16
            Layout.rightMargin: Theme.space16
            Label { text: line.date; color: Theme.text2; Layout.preferredWidth: 10.5 * Theme.grid; Accessible.ignored: true }
            Icon { visible: !line.gap; name: line.icon; size: Theme.icon14; color: line.problem ? Theme.problem : Theme.text2 }
            Label { text: line.text; color: line.problem ? Theme.problem : line.gap ? Theme.nodata : Theme.text; elide: Text.ElideRight; Layout.fillWidth: true; Layout.preferredWidth: 13 * Theme.grid; Accessible.ignored: true }
            Label { visible: !Theme.narrow; text: line.by; color: Theme.text2; elide: Text.ElideRight; horizontalAlignment: Text.AlignRight; Layout.fillWidth: true; Layout.preferredWidth: 10 * Theme.grid; Accessible.ignored: true }
            ProvenanceMark { visible: line.level !== ""; level: line.level; about: [line.date, line.text].join(", ") }
            IconButton {
                visible: line.detail !== ""
                compact: true
                icon: line.open ? "chevron-up" : "chevron-down"
                text: line.open ? qsTr("Hide the details of %1").arg(line.date) : qsTr("Show the details of %1").arg(line.date)
                onClicked: line.open = !line.open
            }
        }
        Label {
            visible: line.open && line.detail !== ""
            text: line.detail
            type: Theme.caption
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space16 + 12 * Theme.grid
            Layout.rightMargin: Theme.space16
            Layout.bottomMargin: Theme.space8
        }
        Divider { Layout.fillWidth: true }
    }
}
