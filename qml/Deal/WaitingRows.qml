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

    Repeater {
        model: card.rows
        delegate: RowLayout {
            required property int index
            spacing: Theme.space16
            Layout.fillWidth: true
            Layout.margins: Theme.space16
            Skeleton {
                Layout.preferredWidth: 12 * Theme.grid
                Layout.preferredHeight: 8 * Theme.grid
            }
            ColumnLayout {
                spacing: Theme.space8
                Layout.fillWidth: true
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
