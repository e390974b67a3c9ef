// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// The key that does the same, as a small key cap.
Rectangle {
    id: hint

    property string keys
    property color color2: Theme.text2
    property bool quiet: false

    visible: keys !== ""
    implicitWidth: Math.max(implicitHeight, words.implicitWidth + 2 * Theme.space4)
    implicitHeight: Theme.keyHeight
    radius: Theme.radiusMark
    color: quiet ? Theme.sunken : Theme.none
    border.width: Theme.hairline
    border.color: quiet ? Theme.border : color2
    Accessible.ignored: true

    Text {
        id: words
        anchors.centerIn: parent
        text: hint.keys
        textFormat: Text.PlainText
        font: Theme.captionMedium.font
        color: hint.color2
        Accessible.ignored: true
    }
}
