// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// kind: "primary", "normal", "quiet", "danger"; size: "compact", "normal", "large".
/// While `busy` it shows a spinner and emits nothing. `disabledReason` turns it off but keeps it readable;
/// the page also shows that reason as text beside it.
Pressable {
    id: control

    property string kind: "normal"
    property string size: "normal"
    property string icon
    property string keyHint
    property bool busy: false
    property bool selected: false

    readonly property bool off: blocked
    readonly property color ink: off ? Theme.text3 : kind === "primary" ? Theme.onAccent : kind === "danger" ? Theme.problem
        : selected ? Theme.accentText : kind === "quiet" ? Theme.text2 : Theme.text
    readonly property color ground: off ? Theme.sunken
        : kind === "primary" ? (down ? Theme.accentPressed : over ? Theme.accentHover : Theme.accent)
        : down ? Theme.pressed : over ? Theme.hover : selected ? Theme.accentTint : kind === "quiet" ? Theme.none : Theme.surface

    function click() {
        if (!blocked && !busy)
            clicked()
    }

    leftPadding: size === "large" ? Theme.space24 : size === "compact" ? Theme.space12 : Theme.space16
    rightPadding: leftPadding
    topPadding: Theme.space4
    bottomPadding: Theme.space4
    implicitHeight: Math.max(size === "large" ? Theme.controlLarge : size === "compact" ? Theme.controlCompact
        : Theme.controlNormal, implicitContentHeight + topPadding + bottomPadding)
    accessibleDescription: busy ? qsTr("Working") : ""

    background: Rectangle {
        radius: Theme.radiusControl
        color: control.ground
        border.width: control.kind === "quiet" && !control.off || control.kind === "primary" && !control.off ? 0 : Theme.hairline
        border.color: control.off ? Theme.border : control.kind === "danger" ? Theme.problem
            : control.selected ? Theme.accent : Theme.borderControl
        Behavior on color { ColorAnimation { duration: Theme.pointerTime } }
        FocusRing { visible: control.visualFocus }
    }
    contentItem: ButtonBody {
        text: control.text
        icon: control.icon
        keyHint: control.keyHint
        busy: control.busy
        color: control.ink
        type: control.size === "large" ? Theme.labelLarge : Theme.label
    }
}
