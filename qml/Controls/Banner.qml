// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// What stays true until dealt with. kind: "info", "clean", "attention", "problem". One sentence, one action.
Rectangle {
    id: banner

    property string kind: "info"
    property string title
    property string text
    property string actionText
    property string actionReason

    signal actionRequested()

    implicitWidth: Math.max(row.implicitWidth + 2 * Theme.space12, Theme.fieldWidth)
    implicitHeight: Math.max(Theme.controlNormal, row.implicitHeight + 2 * Theme.space8)
    radius: Theme.radiusControl
    color: kind === "info" ? Theme.accentTint : Theme.statusTint(kind)
    Accessible.role: kind === "problem" ? Accessible.AlertMessage : Accessible.Note
    Accessible.name: [title, text].filter(w => w !== "").join(" ")

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space12
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space12
        Item {
            implicitWidth: Theme.icon18
            implicitHeight: Theme.icon18
            Icon { visible: banner.kind === "info"; anchors.fill: parent; size: Theme.icon18; name: "info"; color: Theme.text }
            StatusMark { visible: banner.kind !== "info"; anchors.centerIn: parent; status: banner.kind; size: Theme.icon18; cut: banner.color }
        }
        RichLine {
            strong: banner.title
            plain: banner.text
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        Button {
            visible: banner.actionText !== ""
            text: banner.actionText
            size: "compact"
            disabledReason: banner.actionReason
            onClicked: banner.actionRequested()
        }
    }
}
