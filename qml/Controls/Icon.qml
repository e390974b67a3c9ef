// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// A Lucide icon by name, in any colour. A picture beside words by default; `label` makes it readable on its own.
Image {
    id: icon

    property string name
    property color color: Theme.text2
    property real size: Theme.icon16
    property string label
    property real stroke: Theme.iconStroke(size)

    readonly property real dpr: Screen.devicePixelRatio

    width: size
    height: size
    sourceSize: Qt.size(Math.round(size * dpr), Math.round(size * dpr))
    source: name === "" ? "" : "image://art/icon/" + name + "?color=" + Theme.hex(color) + "&stroke=" + stroke
    Accessible.ignored: label === ""
    Accessible.role: Accessible.Graphic
    Accessible.name: label
}
