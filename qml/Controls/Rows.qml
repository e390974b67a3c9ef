// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/// Rows that come and go, one below the other; each sets `width: parent ? parent.width : 0`. Not a layout: in Qt 6.4 a
/// layout whose children a model takes away while it is being arranged touches what is no longer there. It asks for no
/// width of its own, as its rows take the width they are given.
Item {
    id: rows

    property alias model: repeater.model
    property alias delegate: repeater.delegate
    property alias spacing: column.spacing
    property alias topPadding: column.topPadding
    property alias bottomPadding: column.bottomPadding
    readonly property alias count: repeater.count

    visible: count > 0
    implicitHeight: column.implicitHeight
    Layout.fillWidth: true

    Column {
        id: column
        width: rows.width
        Repeater { id: repeater }
    }
}
