// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Something is being done. It stands still when motion is off; the words beside it carry the meaning.
Icon {
    id: spinner

    property bool running: true

    name: running ? "loader-circle" : "" // no picture is loaded for a spinner nobody sees
    label: running ? qsTr("Working") : ""
    visible: running

    RotationAnimation on rotation {
        running: spinner.running && spinner.visible && Theme.spinTime > 0
        from: 0
        to: 360
        duration: Math.max(1, Theme.spinTime)
        loops: Animation.Infinite
    }
}
