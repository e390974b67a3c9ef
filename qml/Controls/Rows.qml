// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/// Rows that come and go, one below the other; each sets `width: parent ? parent.width : 0`. Not a layout: in Qt 6.4 a
/// layout whose children a model takes away while it is being arranged touches what is no longer there.
Column {
    id: rows

    property alias model: repeater.model
    property alias delegate: repeater.delegate
    readonly property alias count: repeater.count

    visible: count > 0
    Layout.fillWidth: true

    Repeater { id: repeater }
}
