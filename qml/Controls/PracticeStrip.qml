// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// Above everything on every practice page: nothing here is real, what the clock says, who you are.
Rectangle {
    id: strip

    property string clockText
    property string personName
    property string role
    property bool canPush: true
    property bool canSwitch: true

    signal pushClockRequested()
    signal switchPersonRequested()

    implicitWidth: row.implicitWidth
    implicitHeight: Math.max(Theme.stripHeight, row.implicitHeight + Theme.space4)
    color: Theme.practiceTint
    Accessible.role: Accessible.Note
    Accessible.name: qsTr("Practice market. Nothing here is real: no money, no car, no title.")

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space16
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space8
        Icon { name: "flask-conical"; size: Theme.icon14; color: Theme.practice }
        Label { text: qsTr("Practice market"); type: Theme.captionStrong; color: Theme.practice }
        Label {
            text: strip.width > 100 * Theme.grid ? qsTr("Nothing here is real: no money, no car, no title.") : qsTr("Nothing here is real.")
            type: Theme.caption
            color: Theme.practice
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        Label { visible: strip.clockText !== ""; text: strip.width > 100 * Theme.grid ? qsTr("Practice clock: %1").arg(strip.clockText) : strip.clockText; type: Theme.caption; color: Theme.practice }
        LinkButton { visible: strip.canPush && strip.clockText !== ""; text: qsTr("Push the clock forward…"); type: Theme.caption; color: Theme.practice; underline: true; onClicked: strip.pushClockRequested() }
        Divider { visible: strip.personName !== ""; vertical: true; color: Theme.practice; opacity: 0.4; implicitHeight: Theme.space12; Layout.leftMargin: Theme.space4; Layout.rightMargin: Theme.space4 }
        Label { visible: strip.personName !== ""; text: qsTr("You are"); type: Theme.caption; color: Theme.practice }
        Label { visible: strip.personName !== ""; text: strip.role === "" ? strip.personName : qsTr("%1, %2").arg(strip.personName).arg(strip.role); type: Theme.captionStrong; color: Theme.practice }
        LinkButton { visible: strip.canSwitch && strip.personName !== ""; text: qsTr("Switch person…"); type: Theme.caption; color: Theme.practice; underline: true; onClicked: strip.switchPersonRequested() }
    }
    Divider { width: parent.width; anchors.bottom: parent.bottom; color: Theme.border }
}
