// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// The sign of the program.
Image {
    property real size: Theme.icon24

    width: size
    height: size
    sourceSize: Qt.size(Math.round(size * Screen.devicePixelRatio), Math.round(size * Screen.devicePixelRatio))
    source: "image://art/marks/brand?color=" + Theme.hex(Theme.accent) + "&cut=" + Theme.hex(Theme.onAccent)
    Accessible.ignored: true
}
