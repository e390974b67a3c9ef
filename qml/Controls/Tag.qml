// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Names a thing; carries no status. tone: "normal" or "accent".
Rectangle {
    id: tag

    property string text
    property string tone: "normal"

    implicitWidth: words.implicitWidth + 2 * Theme.space6
    implicitHeight: Theme.tagHeight
    radius: Theme.radiusMark
    color: tone === "accent" ? Theme.accentTint : Theme.sunken
    border.width: tone === "accent" ? 0 : Theme.hairline
    border.color: Theme.border
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Text {
        id: words
        anchors.centerIn: parent
        text: tag.text
        textFormat: Text.PlainText
        font: Theme.captionMedium.font
        color: tag.tone === "accent" ? Theme.accentText : Theme.text2
        Accessible.ignored: true
    }
}
