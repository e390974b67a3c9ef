// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import AutoChain.Theme

/// One tab. `count` below 0 shows none; `fresh` draws it as a tinted badge (something new), else in quiet figures.
T.TabButton {
    id: tab

    property int count: -1
    property bool fresh: false

    implicitWidth: implicitContentWidth
    implicitHeight: Theme.tabHeight
    width: implicitWidth
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.ignored: !visible
    Accessible.name: count >= 0 ? qsTr("%1, %L2").arg(text).arg(count) : text

    background: Item {
        Rectangle {
            width: parent.width
            height: Theme.line2
            anchors.bottom: parent.bottom
            color: Theme.accent
            visible: tab.checked
        }
        FocusRing { visible: tab.visualFocus; inside: true; around: Theme.radiusMark }
    }
    contentItem: Row {
        spacing: tab.fresh ? Theme.space8 : Theme.space4
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: tab.text
            textFormat: Text.PlainText
            font: Theme.label.font
            color: !tab.enabled ? Theme.text3 : tab.checked || tab.hovered ? Theme.text : Theme.text2
            Accessible.ignored: true
        }
        Tag {
            anchors.verticalCenter: parent.verticalCenter
            visible: tab.fresh && tab.count >= 0
            text: Number(tab.count).toLocaleString(Qt.locale(), "f", 0)
            tone: "accent"
            Accessible.ignored: true
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            visible: !tab.fresh && tab.count >= 0
            text: Number(tab.count).toLocaleString(Qt.locale(), "f", 0)
            font: Theme.body.font
            color: Theme.text2
            Accessible.ignored: true
        }
    }
}
