// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// What every pressed thing shares: pointer, Space, Enter, the assistive press, and a reason when it is off.
/// With `disabledReason` it stays in the Tab order, so that a screen reader reads why, but it emits no `clicked`.
ControlBase {
    id: control

    property string text
    property string accessibleName: text
    property string accessibleDescription
    property string disabledReason
    property int accessibleRole: Accessible.Button
    property bool enterPresses: true
    property int cursorShape: Qt.ArrowCursor

    readonly property bool blocked: !enabled || disabledReason !== ""
    readonly property bool over: !blocked && (area.containsMouse || hovered)
    readonly property bool down: !blocked && (area.pressed && area.containsMouse || keyDown)
    property bool keyDown: false

    signal clicked()

    function click() {
        if (!blocked)
            clicked()
    }


    Accessible.role: accessibleRole
    Accessible.ignored: !visible
    Accessible.name: accessibleName
    Accessible.description: disabledReason !== "" ? qsTr("Not available: %1").arg(disabledReason) : accessibleDescription
    Accessible.focusable: true
    Accessible.pressed: down
    Accessible.onPressAction: control.click()

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Space) {
            event.accepted = true
            if (!event.isAutoRepeat)
                control.keyDown = true
        } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            event.accepted = true
            if (control.enterPresses && !event.isAutoRepeat)
                control.click()
        }
    }
    Keys.onReleased: event => {
        if (event.key === Qt.Key_Space && !event.isAutoRepeat) {
            event.accepted = true
            const wasDown = control.keyDown
            control.keyDown = false
            if (wasDown)
                control.click()
        }
    }
    onVisualFocusChanged: if (!visualFocus) keyDown = false

    MouseArea {
        id: area
        z: -1 // under the content, so that a button inside (the cross of a filter) is reached first
        anchors.fill: parent
        hoverEnabled: true
        cursorShape: control.cursorShape
        onPressed: control.focusByPointer()
        onClicked: control.click()
    }
}
