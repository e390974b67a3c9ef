// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import AutoChain.Theme

/// Where one is in what is longer than the window.
T.ScrollBar {
    id: bar

    implicitWidth: Theme.space12
    implicitHeight: Theme.space12
    padding: Theme.space2
    minimumSize: 0.08
    visible: size < 1.0
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: Theme.space8
        implicitHeight: Theme.space8
        radius: Theme.radiusMark
        color: Theme.borderControl
        opacity: bar.pressed ? 1 : bar.hovered || bar.active ? 0.8 : 0.5
    }
}
