// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// How many wait. Nothing is drawn for none.
Rectangle {
    id: badge

    property int count: 0

    visible: count > 0
    implicitWidth: Math.max(implicitHeight, words.implicitWidth + 2 * Theme.space6)
    implicitHeight: Theme.countHeight
    radius: height / 2
    color: Theme.accent
    Accessible.ignored: true

    Text {
        id: words
        anchors.centerIn: parent
        text: badge.count > 99 ? "99+" : badge.count
        font: Theme.captionStrong.font
        color: Theme.onAccent
        Accessible.ignored: true
    }
}
