// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// One row; its cells lie in a RowLayout. density: "desk" 25, "dense" 28, "normal" 40. Space asks to select, Enter and
/// double click open. `accessibleName` should read the whole row.
ControlBase {
    id: row

    property string density: "normal"
    property bool selected: false
    property bool current: false
    property bool lined: true
    property bool openOnClick: false
    property string accessibleName
    property real sidePadding: Theme.space16
    property color ground: Theme.none
    default property alias content: cells.data
    property alias cellSpacing: cells.spacing

    signal clicked(int modifiers)
    signal opened()
    signal selectRequested()

    implicitWidth: cells.implicitWidth + leftPadding + rightPadding
    implicitHeight: density === "desk" ? Theme.rowDesk : density === "dense" ? Theme.rowDense
        : Math.max(Theme.rowNormal, cells.implicitHeight + 2 * Theme.space4)
    leftPadding: sidePadding
    rightPadding: sidePadding
    Accessible.role: Accessible.Row
    Accessible.name: accessibleName
    Accessible.selected: selected
    Accessible.selectable: true
    Accessible.focusable: true
    Accessible.onPressAction: opened()

    Keys.onSpacePressed: selectRequested()
    Keys.onReturnPressed: opened()
    Keys.onEnterPressed: opened()

    background: Rectangle {
        color: row.selected ? Theme.accentTint : area.pressed ? Theme.pressed : row.hovered ? Theme.hover : row.ground
        Divider { visible: row.lined; width: parent.width; anchors.bottom: parent.bottom }
        Rectangle { visible: row.current; width: Theme.line3; height: parent.height; color: Theme.accent }
        FocusRing { visible: row.visualFocus; inside: true; around: 0 }
        MouseArea {
            id: area
            anchors.fill: parent
            onPressed: row.focusByPointer()
            onClicked: mouse => {
                row.clicked(mouse.modifiers)
                if (row.openOnClick)
                    row.opened()
            }
            onDoubleClicked: if (!row.openOnClick) row.opened()
        }
    }
    contentItem: RowLayout {
        id: cells
        spacing: Theme.space16
    }
}
