// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// A grey bar in the place and height of what will come; shown only after waiting Theme.skeletonDelay.
Rectangle {
    id: bar

    property bool waiting: true

    implicitWidth: Theme.fieldWidth
    implicitHeight: Theme.skeletonBar
    radius: Theme.radiusMark
    color: Theme.pressed
    opacity: 0
    Accessible.ignored: true

    states: State {
        name: "shown"
        when: bar.waiting && delay.done
        PropertyChanges { target: bar; opacity: 0.75 }
    }
    Timer {
        id: delay
        property bool done: false
        interval: Theme.skeletonDelay
        running: bar.waiting
        onTriggered: done = true
    }
}
