// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Only for what succeeded and can wait. Put one into the window's bottom left corner; show() starts it, it waits while
/// hovered or focused. Errors, deadlines and money are never toasts.
Rectangle {
    id: toast

    property string text
    property string actionText
    property bool open: false

    signal actionRequested()
    signal closed()

    function show(words: string, action: string) {
        text = words
        actionText = action
        open = true
        timer.restart()
    }
    function close() {
        open = false
        timer.stop()
        closed()
    }

    visible: opacity > 0
    opacity: open ? 1 : 0
    implicitWidth: row.implicitWidth + 2 * Theme.space16
    implicitHeight: Theme.controlLarge
    radius: Theme.radiusControl
    color: Theme.toastGround
    Accessible.role: Accessible.Notification
    Accessible.name: text
    Behavior on opacity { NumberAnimation { duration: Theme.openTime } }

    Row {
        id: row
        x: Theme.space16
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space16
        Label { text: toast.text; color: Theme.toastText; Accessible.ignored: true }
        LinkButton {
            id: action
            visible: text !== ""
            text: toast.actionText
            color: Theme.toastText
            underline: true
            onClicked: { toast.actionRequested(); toast.close() }
        }
    }
    HoverHandler { id: pointer }
    Timer {
        id: timer
        interval: Theme.toastTime
        running: toast.open && !pointer.hovered && !action.activeFocus
        onTriggered: toast.close()
    }
}
