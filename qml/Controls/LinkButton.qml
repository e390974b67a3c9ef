// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Words that act, inside a sentence or at the end of a card's head.
Pressable {
    id: control

    property TypeStyle type: Theme.body
    property color color: Theme.accentText
    property bool underline: over

    cursorShape: Qt.PointingHandCursor
    accessibleRole: Accessible.Link

    background: Item {
        FocusRing { visible: control.visualFocus; around: 0 }
    }
    contentItem: Text {
        text: control.text
        textFormat: Text.PlainText
        font.family: control.type.font.family
        font.pixelSize: control.type.font.pixelSize
        font.weight: control.type.font.weight
        font.underline: control.underline
        color: control.blocked ? Theme.text3 : control.color
        lineHeight: control.type.lineHeight
        lineHeightMode: Text.FixedHeight
        topPadding: control.type.leading
        bottomPadding: -control.type.leading
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
