// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// For what moves money or title for good. Held by pointer or Space for Theme.holdTime; letting go cancels; Enter does
/// nothing. A press by assistive technology, or any press while Theme.noHolding is set, opens a field that asks for
/// `typedPhrase` to be typed. The page puts the sentence that will be signed under it.
ControlBase {
    id: control

    property string text
    property string typedPhrase
    property string disabledReason
    property bool danger: false
    property string size: "normal"

    readonly property bool blocked: !enabled || disabledReason !== ""
    readonly property bool holding: hold.running
    readonly property alias typing: typed.open
    property real progress: 0

    readonly property color line: blocked ? Theme.border : danger ? Theme.problem : Theme.accentText
    readonly property color ink: blocked ? Theme.text3 : line

    /// Emitted once per completed hold or correctly typed phrase.
    signal confirmed()

    function startHold() {
        if (blocked || holding || typing)
            return
        if (Theme.noHolding)
            typed.show()
        else
            hold.start()
    }
    function cancelHold() {
        hold.stop()
        progress = 0
    }
    function askToType() {
        if (!blocked)
            typed.show()
    }

    leftPadding: Theme.space16
    rightPadding: Theme.space16
    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, typed.open ? typed.implicitWidth : 0)
    implicitHeight: face.implicitHeight + (typed.open ? typed.implicitHeight + Theme.space8 : 0)
    bottomPadding: typed.open ? typed.implicitHeight + Theme.space8 : 0

    Accessible.role: Accessible.Button
    Accessible.ignored: !visible
    Accessible.name: text
    Accessible.description: disabledReason !== "" ? qsTr("Not available: %1").arg(disabledReason)
        : qsTr("Hold Space to confirm, or press with assistive technology to type %1 instead").arg(typed.phrase)
    Accessible.focusable: true
    Accessible.onPressAction: control.askToType()

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Space) {
            event.accepted = true
            if (!event.isAutoRepeat)
                control.startHold()
        } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            event.accepted = true
        } else if (event.key === Qt.Key_Escape && control.holding) {
            event.accepted = true
            control.cancelHold()
        }
    }
    Keys.onReleased: event => {
        if (event.key === Qt.Key_Space && !event.isAutoRepeat) {
            event.accepted = true
            control.cancelHold()
        }
    }
    onActiveFocusChanged: if (!activeFocus) cancelHold()
    onBlockedChanged: if (blocked) { cancelHold(); typed.hide() }

    NumberAnimation {
        id: hold
        target: control
        property: "progress"
        from: 0
        to: 1
        duration: Theme.holdTime
        onFinished: {
            control.progress = 0
            if (!control.blocked)
                control.confirmed()
        }
    }

    background: Item {
        HoldFace {
            id: face
            width: parent.width
            large: control.size === "large"
            compact: control.size === "compact"
            progress: control.progress
            line: control.line
            tint: control.danger ? Theme.problemTint : Theme.accentTint
            ground: control.blocked ? Theme.sunken : area.containsMouse && !control.holding ? Theme.hover : Theme.surface
            FocusRing { visible: control.visualFocus }
        }
    }
    contentItem: Item {
        implicitWidth: words.implicitWidth
        implicitHeight: face.implicitHeight
        ButtonBody {
            id: words
            width: parent.width
            height: face.implicitHeight
            text: control.text
            icon: "circle-dot"
            color: control.ink
            type: control.size === "large" ? Theme.cardTitle : Theme.strong
        }
    }
    MouseArea {
        id: area
        width: control.width
        height: face.implicitHeight
        hoverEnabled: true
        preventStealing: true
        onPressed: {
            control.focusByPointer()
            control.startHold()
        }
        onReleased: control.cancelHold()
        onCanceled: control.cancelHold()
        onContainsMouseChanged: if (!containsMouse) control.cancelHold()
    }
    TypedConfirm {
        id: typed
        y: face.implicitHeight + Theme.space8
        width: control.width
        phrase: control.typedPhrase !== "" ? control.typedPhrase : control.text
        danger: control.danger
        onConfirmed: if (!control.blocked) control.confirmed()
        onClosed: control.forceActiveFocus(Qt.OtherFocusReason)
    }
}
