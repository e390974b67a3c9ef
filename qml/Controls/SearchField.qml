// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// A field that looks for something; `keyHint` shows the key that reaches it, Esc empties it.
TextField {
    id: control

    property string keyHint

    leadingIcon: "search"
    accessibleName: placeholderText
    Keys.onEscapePressed: event => {
        event.accepted = text !== ""
        if (text !== "") {
            text = ""
            textEdited()
        }
    }

    KeyHint {
        keys: control.keyHint
        quiet: true
        visible: keys !== "" && control.text === ""
        anchors.right: parent.right
        anchors.rightMargin: Theme.space8
        anchors.verticalCenter: parent.verticalCenter
    }
}
