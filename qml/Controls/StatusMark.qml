// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// The sign of a status: disc, triangle, octagon, or the hollow dashed ring of "no data". Its word stands beside it;
/// where it stands alone (a table cell) give `word`, which becomes tooltip and accessible name.
Image {
    id: mark

    property string status: "nodata"
    property real size: Theme.mark
    property color color: Theme.statusColor(status)
    property color cut: Theme.surface
    property string word

    readonly property string shape: ["clean", "attention", "problem"].includes(status) ? status : "nodata"
    readonly property real dpr: Screen.devicePixelRatio

    width: size
    height: size
    sourceSize: Qt.size(Math.round(size * dpr), Math.round(size * dpr))
    source: "image://art/marks/" + shape + "?color=" + Theme.hex(color) + "&cut=" + Theme.hex(cut)
    Accessible.ignored: word === ""
    Accessible.role: Accessible.Graphic
    Accessible.name: word

    HoverHandler { id: pointer; enabled: mark.word !== "" }
    HoverTip { shown: pointer.hovered; text: mark.word }
}
