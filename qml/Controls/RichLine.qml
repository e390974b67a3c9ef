// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// One sentence whose beginning is strong. Both parts are plain text and are escaped here.
Text {
    id: line

    property string strong
    property string plain
    property TypeStyle type: Theme.body

    function escaped(words: string): string {
        return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
    }

    textFormat: Text.StyledText
    text: (strong !== "" ? "<b>" + escaped(strong) + "</b>" : "") + (strong !== "" && plain !== "" ? " " : "") + escaped(plain)
    font: type.font
    color: Theme.text
    lineHeight: type.lineHeight
    lineHeightMode: Text.FixedHeight
    topPadding: line.type.leading
    bottomPadding: -line.type.leading
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: [strong, plain].filter(w => w !== "").join(" ")
}
