// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import AutoChain.Theme

/// On, off or some (`tristate`). Space toggles.
T.CheckBox {
    id: control

    property string accessibleName: text
    property string disabledReason

    readonly property bool off: !enabled || disabledReason !== ""
    readonly property bool filled: checkState === Qt.Checked

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.checkBox + 2 * Theme.space4, implicitContentHeight)
    leftPadding: Theme.checkBox + (text !== "" ? Theme.space8 : 0)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    nextCheckState: () => off ? checkState : checkState === Qt.Checked ? Qt.Unchecked : Qt.Checked
    Accessible.ignored: !visible
    Accessible.name: accessibleName
    Accessible.onPressAction: press()
    Accessible.onToggleAction: press()
    Accessible.description: disabledReason !== "" ? qsTr("Not available: %1").arg(disabledReason) : ""

    // As a click does it; the templates do not answer an assistive press by themselves.
    function press(): void {
        if (control.off)
            return
        toggle()
        toggled()
        clicked()
    }

    indicator: Rectangle {
        y: (control.height - height) / 2
        width: Theme.checkBox
        height: Theme.checkBox
        radius: Theme.radiusMark
        color: control.off ? Theme.sunken : control.filled ? (control.hovered ? Theme.accentHover : Theme.accent)
            : control.down ? Theme.pressed : control.hovered ? Theme.hover : Theme.surface
        border.width: control.filled && !control.off ? 0 : Theme.hairline
        border.color: control.off ? Theme.border : Theme.borderControl
        Icon {
            anchors.centerIn: parent
            size: Theme.icon12
            stroke: Theme.tickStroke
            visible: control.checkState !== Qt.Unchecked
            name: control.filled ? "check" : "minus"
            color: control.off ? Theme.text3 : control.filled ? Theme.onAccent : Theme.accentText
        }
        FocusRing { visible: control.visualFocus; around: Theme.radiusMark }
    }
    contentItem: Text {
        text: control.text
        textFormat: Text.PlainText
        font: Theme.body.font
        color: control.off ? Theme.text3 : Theme.text
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
