// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import AutoChain.Theme

/// A line between groups of a menu.
T.MenuSeparator {
    implicitWidth: Theme.menuWidth
    implicitHeight: Theme.space8 + Theme.hairline
    contentItem: Item {
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: Theme.hairline
            color: Theme.divider
        }
    }
}
