// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import AutoChain.Theme

/// One of several that exclude each other; siblings in one parent form the group.
T.RadioButton {
    id: control

    property string accessibleName: text

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.checkBox + 2 * Theme.space4, implicitContentHeight)
    leftPadding: Theme.checkBox + (text !== "" ? Theme.space8 : 0)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.ignored: !visible
    Accessible.name: accessibleName
    Accessible.onPressAction: press()
    Accessible.onToggleAction: press()

    // As a click does it; the templates do not answer an assistive press by themselves.
    function press(): void {
        if (!enabled)
            return
        if (!checked) {
            checked = true
            toggled()
        }
        clicked()
    }

    indicator: Rectangle {
        y: (control.height - height) / 2
        width: Theme.checkBox
        height: Theme.checkBox
        radius: width / 2
        color: !control.enabled ? Theme.sunken : control.checked ? (control.hovered ? Theme.accentHover : Theme.accent)
            : control.down ? Theme.pressed : control.hovered ? Theme.hover : Theme.surface
        border.width: control.checked && control.enabled ? 0 : Theme.hairline
        border.color: control.enabled ? Theme.borderControl : Theme.border
        Rectangle {
            anchors.centerIn: parent
            width: Theme.radioDot
            height: width
            radius: width / 2
            visible: control.checked
            color: control.enabled ? Theme.onAccent : Theme.text3
        }
        FocusRing { visible: control.visualFocus; around: parent.radius }
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
