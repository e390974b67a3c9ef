// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Six answers, worst first, "no data" last and hatched.
Rectangle {
    id: strip

    required property VehicleViewModel car

    objectName: "verdictStrip"
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.border
    implicitHeight: grid.height + 2 * Theme.hairline

    Grid {
        id: grid
        x: Theme.hairline
        y: Theme.hairline
        width: parent.width - 2 * x
        columns: Theme.wide ? 6 : Theme.medium ? 3 : 2

        readonly property real cellWidth: Math.floor(width / columns)
        // All as high as the highest, so that the lines between them meet. Asked for by the cells: a binding over itemAt()
        // is not told of cells that come later.
        property real cellHeight: 0
        function measure(): void {
            let highest = 0
            for (let i = 0; i < cells.count; ++i)
                highest = Math.max(highest, cells.itemAt(i)?.implicitHeight ?? 0)
            cellHeight = highest
        }

        Repeater {
            id: cells
            model: strip.car.verdicts
            onItemAdded: grid.measure()
            onItemRemoved: grid.measure()
            delegate: Rectangle {
                id: cell
                required property var modelData
                required property int index
                readonly property bool unknown: modelData.status === "nodata"
                color: modelData.status === "problem" ? Theme.problemTint : Theme.none
                implicitHeight: words.implicitHeight + 2 * Theme.space12
                onImplicitHeightChanged: grid.measure()
                width: grid.cellWidth
                height: grid.cellHeight
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1: %2, %3").arg(modelData.topic).arg(modelData.fact).arg(modelData.detail)

                Hatch { anchors.fill: parent; visible: cell.unknown }
                Divider { vertical: true; visible: cell.index % grid.columns > 0; height: parent.height }
                Column {
                    id: words
                    x: Theme.space16
                    y: Theme.space12
                    width: parent.width - 2 * x
                    spacing: Theme.space4
                    Item {
                        width: parent.width
                        height: topic.height
                        Label { id: topic; width: parent.width - origin.width; text: cell.modelData.topic; type: Theme.caption; color: Theme.text2; elide: Text.ElideRight; Accessible.ignored: true }
                        ProvenanceMark { id: origin; visible: cell.modelData.level !== ""; anchors.right: parent.right; anchors.verticalCenter: parent.verticalCenter; level: cell.modelData.level; about: cell.modelData.topic; block: cell.modelData.level === strip.car.level ? strip.car.block : undefined }
                    }
                    Item {
                        width: parent.width
                        height: fact.height
                        StatusMark { id: sign; anchors.verticalCenter: parent.verticalCenter; status: cell.modelData.status; size: Theme.markLarge }
                        Label { id: fact; x: sign.width + Theme.space8; width: parent.width - x; text: cell.modelData.fact; type: Theme.cardTitle; color: Theme.statusColor(cell.modelData.status); elide: Text.ElideRight; Accessible.ignored: true }
                    }
                    Label { visible: text !== ""; width: parent.width; text: cell.modelData.detail; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
                }
            }
        }
    }
}
