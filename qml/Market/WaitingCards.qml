// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Controls
import AutoChain.Theme

/// Cards that will come, in the places they will have.
Flow {
    id: flow

    readonly property int perRow: Math.max(1, Math.floor((width + Theme.cardGap) / (33 * Theme.grid)))

    spacing: Theme.cardGap
    Accessible.name: qsTr("Being read")

    Repeater {
        model: 8
        delegate: Skeleton {
            required property int index
            width: Math.floor((flow.width + Theme.cardGap) / flow.perRow) - Theme.cardGap
            height: 34.5 * Theme.grid
            radius: Theme.radiusCard
        }
    }
}
