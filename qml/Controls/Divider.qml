// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// A line between rows; `vertical` between columns.
Rectangle {
    property bool vertical: false

    implicitWidth: vertical ? Theme.hairline : Theme.grid
    implicitHeight: vertical ? Theme.grid : Theme.hairline
    color: Theme.divider
    Accessible.ignored: true
}
