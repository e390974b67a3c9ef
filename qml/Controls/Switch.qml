// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import AutoChain.Theme

/// Something that is on or off from now on.
T.Switch {
    id: control

    property string accessibleName: text

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.switchHeight + 2 * Theme.space4, implicitContentHeight)
    leftPadding: Theme.switchWidth + (text !== "" ? Theme.space8 : 0)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.ignored: !visible
    Accessible.name: accessibleName
    Accessible.onPressAction: press()
    Accessible.onToggleAction: press()
    Accessible.checkable: true
    Accessible.checked: checked

    // As a click does it; the templates do not answer an assistive press by themselves.
    function press(): void {
        if (!enabled)
            return
        toggle()
        toggled()
        clicked()
    }

    indicator: Rectangle {
        id: track
        readonly property real edge: (height - Theme.switchKnob) / 2
        y: (control.height - height) / 2
        width: Theme.switchWidth
        height: Theme.switchHeight
        radius: height / 2
        color: control.checked && control.enabled ? (control.hovered ? Theme.accentHover : Theme.accent)
            : control.hovered ? Theme.hover : Theme.sunken
        border.width: control.checked && control.enabled ? 0 : Theme.hairline
        border.color: control.enabled ? Theme.borderControl : Theme.border
        Rectangle {
            width: Theme.switchKnob
            height: width
            radius: width / 2
            y: track.edge
            x: control.checked ? track.width - width - track.edge : track.edge
            color: control.checked && control.enabled ? Theme.onAccent : control.enabled ? Theme.borderControl : Theme.text3
            Behavior on x { NumberAnimation { duration: Theme.pointerTime; easing.type: Easing.OutCubic } }
        }
        FocusRing { visible: control.visualFocus; around: track.radius }
    }
    contentItem: Text {
        text: control.text
        textFormat: Text.PlainText
        font: Theme.body.font
        color: control.enabled ? Theme.text : Theme.text3
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
