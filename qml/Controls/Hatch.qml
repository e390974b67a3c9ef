// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// The fill of what nobody has looked at. Always with words beside or on it.
Item {
    id: hatch

    readonly property real dpr: Screen.devicePixelRatio

    clip: true
    Accessible.ignored: true

    Image {
        // One image pixel is one device pixel, so that the lines stay sharp on dense screens.
        width: hatch.width * hatch.dpr
        height: hatch.height * hatch.dpr
        scale: 1 / hatch.dpr
        transformOrigin: Item.TopLeft
        fillMode: Image.Tile
        horizontalAlignment: Image.AlignLeft
        verticalAlignment: Image.AlignTop
        smooth: false
        sourceSize: Qt.size(Math.round(Theme.hatchTile * hatch.dpr), Math.round(Theme.hatchTile * hatch.dpr))
        source: "image://art/hatch?line=" + Theme.hex(Theme.nodataHatch) + "&ground=" + Theme.hex(Theme.nodataTint)
    }
}
