// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Text in one step of the type scale. Plain text unless told otherwise: much of what is shown was written by strangers.
Text {
    property TypeStyle type: Theme.body

    font: type.font
    color: Theme.text
    linkColor: Theme.accentText
    textFormat: Text.PlainText
    lineHeight: type.lineHeight
    lineHeightMode: Text.FixedHeight
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === "" || !visible
}
