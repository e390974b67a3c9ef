// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import AutoChain.Theme

/// Tabs with counts. Put Tab items inside; Left and Right change the tab.
T.TabBar {
    id: bar

    property bool line: true

    implicitWidth: contentWidth + leftPadding + rightPadding
    implicitHeight: Theme.tabHeight
    spacing: Theme.space16

    background: Item {
        Rectangle {
            visible: bar.line
            width: parent.width
            height: Theme.hairline
            anchors.bottom: parent.bottom
            color: Theme.divider
        }
    }
    contentItem: ListView {
        model: bar.contentModel
        currentIndex: bar.currentIndex
        spacing: bar.spacing
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.AutoFlickIfNeeded
        snapMode: ListView.SnapToItem
        highlightMoveDuration: 0
        implicitWidth: contentWidth
        clip: contentWidth > width
    }
}
