// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Mark and word on the tint of a status. `text` is the fact; left empty it is the status's own word.
Rectangle {
    id: badge

    property string status: "nodata"
    property string text: status === "clean" ? qsTr("Clean") : status === "attention" ? qsTr("Attention")
        : status === "problem" ? qsTr("Problem") : qsTr("No data")

    readonly property bool hollow: mark.shape === "nodata"

    implicitWidth: row.implicitWidth + 2 * Theme.space8 - Theme.space2
    implicitHeight: Theme.badgeHeight
    radius: Theme.radiusMark
    color: hollow ? Theme.none : Theme.statusTint(status)
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    DashedBox { anchors.fill: parent; visible: badge.hollow; color: Theme.nodata; radius: Theme.radiusMark }
    Row {
        id: row
        x: Theme.space6
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space6
        StatusMark { id: mark; status: badge.status; cut: badge.color; anchors.verticalCenter: parent.verticalCenter }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: badge.text
            textFormat: Text.PlainText
            font: Theme.captionMedium.font
            color: Theme.statusColor(badge.status)
            Accessible.ignored: true
        }
    }
}
