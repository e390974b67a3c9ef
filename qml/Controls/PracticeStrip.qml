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

    // What gives way first where the window is small: the explanation, then the name, then the time (the rail and the
    // dialog still have them). What can be done stays.
    readonly property bool tight: width < 96 * Theme.grid
    readonly property bool tightest: width < 66 * Theme.grid

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
            opacity: strip.tight ? 0 : 1
            Layout.fillWidth: true
            Layout.preferredWidth: strip.tight ? 0 : implicitWidth
            Accessible.ignored: strip.tight
        }
        Label { visible: strip.clockText !== "" && !strip.tightest; text: strip.width > 100 * Theme.grid ? qsTr("Practice clock: %1").arg(strip.clockText) : strip.clockText; type: Theme.caption; color: Theme.practice }
        LinkButton { visible: strip.canPush && strip.clockText !== ""; text: strip.tight ? qsTr("Push forward…") : qsTr("Push the clock forward…"); accessibleName: qsTr("Push the clock forward…"); type: Theme.caption; color: Theme.practice; underline: true; onClicked: strip.pushClockRequested() }
        Divider { visible: strip.personName !== ""; vertical: true; color: Theme.practice; opacity: 0.4; implicitHeight: Theme.space12; Layout.leftMargin: Theme.space4; Layout.rightMargin: Theme.space4 }
        Label { visible: strip.personName !== "" && !strip.tight; text: qsTr("You are"); type: Theme.caption; color: Theme.practice }
        Label { visible: strip.personName !== "" && !strip.tightest; text: strip.role === "" ? strip.personName : qsTr("%1, %2").arg(strip.personName).arg(strip.role); type: Theme.captionStrong; color: Theme.practice }
        LinkButton { visible: strip.canSwitch && strip.personName !== ""; text: qsTr("Switch person…"); type: Theme.caption; color: Theme.practice; underline: true; onClicked: strip.switchPersonRequested() }
    }
    Divider { width: parent.width; anchors.bottom: parent.bottom; color: Theme.border }
}
