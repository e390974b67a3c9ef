// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Controls
import AutoChain.Theme

/// One answer. No data is hatched; the one that is better than all others carries a star.
Item {
    id: cell_

    required property var cell
    readonly property bool unknown: cell.status === "nodata"

    implicitHeight: Math.max(Theme.rowNormal, words.implicitHeight + 2 * Theme.space8)

    Hatch { anchors.fill: parent; visible: cell_.unknown }
    Rectangle { anchors.fill: parent; visible: cell_.cell.status === "problem"; color: Theme.problemTint }
    Divider { vertical: true; height: parent.height }
    Column {
        id: words
        x: Theme.space12
        width: parent.width - 2 * Theme.space12
        anchors.verticalCenter: parent.verticalCenter
        Row {
            spacing: Theme.space8
            width: parent.width
            StatusMark { id: mark; visible: cell_.cell.status !== ""; status: cell_.cell.status === "" ? "nodata" : cell_.cell.status; y: Theme.space2 }
            Label { width: Math.min(implicitWidth, parent.width - (mark.visible ? mark.width + Theme.space8 : 0) - (best.visible ? best.width + Theme.space8 : 0)); text: cell_.cell.text; type: cell_.cell.best ? Theme.strong : Theme.body; color: cell_.cell.status === "" ? Theme.text : Theme.statusColor(cell_.cell.status); wrapMode: Text.Wrap; Accessible.ignored: true }
            Icon { id: best; visible: cell_.cell.best; name: "star"; size: Theme.icon14; color: Theme.accentText; y: Theme.space2 }
        }
        Label { visible: text !== ""; width: parent.width; text: cell_.cell.detail; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
    }
}
