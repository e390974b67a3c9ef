// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Controls
import AutoChain.Theme

/// One question, answered for every car. A bar at the left says that the answers differ.
FocusScope {
    id: line

    required property var row
    required property var cars
    required property real nameWidth
    required property real cellWidth

    width: nameWidth + cellWidth * cars.length
    height: (nameWidth === 0 ? title.height : 0) + cells.height
    activeFocusOnTab: true
    Accessible.role: Accessible.Row
    Accessible.focusable: true
    Accessible.name: [row.name].concat(row.cells.map((cell, i) => qsTr("%1: %2").arg(cars[i]?.title ?? "").arg([cell.text, cell.detail, cell.best ? qsTr("best") : ""].filter(w => w !== "").join(", ")))).join("; ")
    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    Divider { width: parent.width }
    Rectangle { visible: line.row.differs; width: Theme.line3; height: parent.height; color: Theme.accent }
    Label {
        id: title
        x: Theme.space12
        y: nameWidth === 0 ? Theme.space4 : (parent.height - height) / 2
        width: (line.nameWidth === 0 ? line.cellWidth : line.nameWidth) - 2 * Theme.space12
        text: line.row.name
        type: Theme.label
        color: Theme.text2
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    Row {
        id: cells
        readonly property real highest: {
            let most = 0
            for (let i = 0; i < each.count; ++i)
                most = Math.max(most, each.itemAt(i)?.implicitHeight ?? 0)
            return most
        }
        x: line.nameWidth
        y: line.nameWidth === 0 ? title.height : 0
        height: highest
        Repeater {
            id: each
            model: line.row.cells
            delegate: CompareCell {
                required property var modelData
                cell: modelData
                width: line.cellWidth
                height: cells.highest
            }
        }
    }
    FocusRing { visible: line.activeFocus; inside: true; around: 0 }
}
