// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.Theme

/// How far something is, from `from` to `to`, with the same said in `text` ("6,412 of 10,000").
T.ProgressBar {
    id: bar

    property string text
    property string accessibleName

    implicitWidth: Theme.fieldWidth
    implicitHeight: Math.max(Theme.progressHeight, words.visible ? words.implicitHeight : 0)
    Accessible.role: Accessible.ProgressBar
    Accessible.name: accessibleName !== "" ? accessibleName + ", " + text : text

    contentItem: RowLayout {
        spacing: Theme.space8
        Rectangle {
            id: track
            Layout.fillWidth: true
            implicitHeight: Theme.progressHeight
            radius: Theme.progressHeight / 2
            color: Theme.nodataTint
            Rectangle {
                width: bar.indeterminate ? track.width / 3 : Math.max(bar.visualPosition > 0 ? height : 0, track.width * bar.visualPosition)
                height: parent.height
                radius: parent.radius
                color: Theme.accent
                SequentialAnimation on x {
                    running: bar.indeterminate && bar.visible && Theme.spinTime > 0
                    loops: Animation.Infinite
                    NumberAnimation { from: 0; to: track.width * 2 / 3; duration: Math.max(1, Theme.spinTime); easing.type: Easing.InOutQuad }
                    NumberAnimation { from: track.width * 2 / 3; to: 0; duration: Math.max(1, Theme.spinTime); easing.type: Easing.InOutQuad }
                }
            }
        }
        Label { id: words; text: bar.text; visible: text !== ""; color: Theme.text3; Accessible.ignored: true }
    }
}
