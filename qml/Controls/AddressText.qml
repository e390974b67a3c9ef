// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// An address with its checksum made visible: capitals accentText 600, small letters text 600, digits text3.
/// Short (0x4d02…AE8e) or `full` in groups of four. The text itself is the page's to check; anything but hex digits
/// is shown as it is, without colour.
Text {
    id: label

    property string address
    property bool full: false

    readonly property bool wellFormed: /^0x[0-9a-fA-F]{40}$/.test(address)
    readonly property string shown: !wellFormed ? address : full ? "0x " + address.slice(2).match(/.{4}/g).join(" ")
        : address.slice(0, 6) + "…" + address.slice(-4)
    /// What is drawn, run by run: [{ text, kind }] with kind "capital", "small" or "digit".
    readonly property var runs: {
        const found = []
        for (const sign of shown) {
            const kind = /[A-F]/.test(sign) ? "capital" : /[a-f]/.test(sign) ? "small" : "digit"
            if (found.length > 0 && found[found.length - 1].kind === kind)
                found[found.length - 1].text += sign
            else
                found.push({ text: sign, kind: kind })
        }
        return found
    }

    function styled(): string {
        return runs.map(run => {
            const words = run.text.replace(/ /g, full ? " " : "&nbsp;")
            return run.kind === "digit" ? words
                : "<b><font color=\"" + (run.kind === "capital" ? Theme.accentText : Theme.text) + "\">" + words + "</font></b>"
        }).join("")
    }

    font: full ? Theme.monoLg.font : Theme.mono.font
    color: Theme.text3
    textFormat: wellFormed ? Text.StyledText : Text.PlainText
    text: wellFormed ? styled() : address
    wrapMode: full ? Text.WordWrap : Text.NoWrap
    lineHeight: full ? Theme.monoLg.lineHeight : Theme.mono.lineHeight
    lineHeightMode: Text.FixedHeight
    topPadding: full ? Theme.monoLg.leading : Theme.mono.leading
    bottomPadding: -topPadding
    Accessible.role: Accessible.StaticText
    Accessible.name: address
}
