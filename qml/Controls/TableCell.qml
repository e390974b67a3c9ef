// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// Text in a row. It elides with the whole text on hover; with `exact` (amounts, VINs, dates) it never does.
Label {
    id: cell

    property bool alignRight: false
    property bool exact: false

    elide: exact ? Text.ElideNone : Text.ElideRight
    horizontalAlignment: alignRight ? Text.AlignRight : Text.AlignLeft
    Layout.alignment: Qt.AlignVCenter

    HoverHandler { id: pointer; enabled: cell.truncated }
    HoverTip { shown: pointer.hovered && cell.truncated; text: cell.text }
}
