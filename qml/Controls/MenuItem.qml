// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.Theme

/// One entry: `text`, `symbol` (icon name), `keyHint`; with `disabledReason` it is off and says why in brackets.
T.MenuItem {
    id: item

    property string symbol
    property string keyHint
    property string disabledReason
    property bool danger: false

    readonly property bool off: !enabled || disabledReason !== ""
    readonly property color ink: off ? Theme.text3 : danger ? Theme.problem : Theme.text

    implicitWidth: Theme.menuWidth
    implicitHeight: Math.max(Theme.menuItemHeight, implicitContentHeight + 2 * Theme.space4)
    leftPadding: Theme.space8
    rightPadding: Theme.space8
    hoverEnabled: true
    enabled: disabledReason === ""
    Accessible.ignored: !visible
    Accessible.onPressAction: { item.menu.close(); item.triggered() }
    Accessible.name: disabledReason !== "" ? qsTr("%1, not available: %2").arg(text).arg(disabledReason) : text

    background: Rectangle {
        radius: Theme.radiusMark
        color: item.down ? Theme.pressed : item.highlighted || item.hovered ? Theme.hover : Theme.none
    }
    contentItem: RowLayout {
        spacing: Theme.space8
        Icon { name: item.symbol; visible: name !== ""; color: item.off ? Theme.text3 : Theme.text2 }
        Label {
            text: item.disabledReason !== "" ? qsTr("%1 (%2)").arg(item.text).arg(item.disabledReason) : item.text
            color: item.ink
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        Icon { name: "check"; visible: item.checkable && item.checked; color: Theme.accentText }
        KeyHint { keys: item.keyHint; quiet: true }
    }
}
