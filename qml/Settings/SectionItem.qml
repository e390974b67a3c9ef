// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Controls
import AutoChain.Theme

/// One section in the list at the left.
Pressable {
    id: item

    property bool current: false

    Accessible.role: Accessible.PageTab
    Accessible.selected: current
    implicitHeight: Theme.railItem
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    background: Rectangle {
        radius: Theme.radiusControl
        color: item.current ? Theme.accentTint : item.down ? Theme.pressed : item.over ? Theme.hover : Theme.none
        FocusRing { visible: item.visualFocus }
    }
    contentItem: Label {
        text: item.text
        type: Theme.label
        color: item.current ? Theme.accentText : Theme.text2
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
