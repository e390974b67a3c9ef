// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// Rows that will come, at the height they will have.
Card {
    id: card

    property int rows: 4

    flush: true
    spacing: 0
    Accessible.name: qsTr("Being read")

    Rows {
        topPadding: Theme.space16
        bottomPadding: Theme.space16
        spacing: Theme.space32
        model: card.rows
        delegate: RowLayout {
            required property int index
            spacing: Theme.space16
            width: parent ? parent.width : 0
            Skeleton {
                Layout.preferredWidth: 12 * Theme.grid
                Layout.preferredHeight: 8 * Theme.grid
                Layout.leftMargin: Theme.space16
            }
            ColumnLayout {
                spacing: Theme.space8
                Layout.fillWidth: true
                Layout.rightMargin: Theme.space16
                Skeleton {
                    Layout.fillWidth: true
                }
                Skeleton {
                    Layout.preferredWidth: 30 * Theme.grid
                }
            }
        }
    }
}
