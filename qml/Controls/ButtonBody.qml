// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Icon, words and key cap of a button, centred; the words wrap when the button is held narrower than they are.
Item {
    id: body

    property string text
    property string icon
    property string keyHint
    property bool busy: false
    property color color: Theme.text
    property TypeStyle type: Theme.label
    property real iconSize: Theme.icon16
    property bool leftAligned: false

    readonly property real sides: (sign.visible ? sign.width + Theme.space8 : 0) + (cap.visible ? cap.implicitWidth + Theme.space8 : 0)

    implicitWidth: (text === "" ? 0 : natural) + (words.text === "" ? Math.max(0, sides - Theme.space8) : sides)
    readonly property real natural: Math.ceil(metrics.advanceWidth) + Theme.hairline
    implicitHeight: Math.max(words.contentHeight, sign.visible ? sign.height : 0)

    TextMetrics { id: metrics; font: body.type.font; text: body.text }
    Row {
        anchors.verticalCenter: parent.verticalCenter
        x: body.leftAligned ? 0 : Math.round((parent.width - width) / 2)
        spacing: Theme.space8

        Item {
            id: sign
            visible: body.icon !== "" || body.busy
            width: body.iconSize
            height: body.iconSize
            anchors.verticalCenter: parent.verticalCenter
            Icon { visible: !body.busy; name: body.icon; size: body.iconSize; color: body.color }
            Spinner { running: body.busy; size: body.iconSize; color: body.color }
        }
        Text {
            id: words
            visible: text !== ""
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(body.natural, Math.max(0, body.width - body.sides))
            text: body.text
            textFormat: Text.PlainText
            font: body.type.font
            color: body.color
            wrapMode: Text.Wrap
            horizontalAlignment: body.leftAligned ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
        }
        KeyHint {
            id: cap
            anchors.verticalCenter: parent.verticalCenter
            keys: body.keyHint
            color2: body.color
        }
    }
}
