// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import AutoChain.Theme

/// A menu of MenuItem and MenuLine. popup() opens it at the pointer, open() at its x and y.
T.Menu {
    id: menu

    implicitWidth: Theme.menuWidth
    implicitHeight: contentHeight + topPadding + bottomPadding
    padding: Theme.space4
    overlap: 0
    margins: Theme.space8
    delegate: MenuItem {}
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.openTime } }

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.borderControl
    }
    contentItem: ListView {
        implicitHeight: contentHeight
        model: menu.contentModel
        interactive: contentHeight > height
        clip: interactive
        currentIndex: menu.currentIndex
        boundsBehavior: Flickable.StopAtBounds
    }
}
