// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Who recorded something, and when. A hatched field: nobody looked or told.
Card {
    id: card

    required property VehicleViewModel car
    readonly property var years: car.coverage.years ?? []

    title: qsTr("Who recorded, and when")

    Grid {
        columns: card.years.length + 1
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4
        Layout.fillWidth: true
        Item { width: 9 * Theme.grid; height: Theme.space16 }
        Repeater {
            model: card.years
            delegate: Label { required property string modelData; text: modelData; type: Theme.caption; color: Theme.text3; horizontalAlignment: Text.AlignHCenter; width: Theme.space16; Accessible.ignored: true }
        }
        Repeater {
            model: (card.car.coverage.rows ?? []).reduce((all, row) => all.concat([{ name: row.name }], row.cells.map(c => ({ filled: c }))), [])
            delegate: Item {
                id: cell
                required property var modelData
                readonly property bool head: modelData.name !== undefined
                width: head ? 9 * Theme.grid : Theme.space16
                height: Theme.space16
                Label { visible: cell.head; text: cell.modelData.name ?? ""; type: Theme.caption; height: parent.height }
                Rectangle { visible: !cell.head && cell.modelData.filled === true; width: Theme.mark; height: width; radius: Theme.space2; color: Theme.series1 }
                Hatch { visible: !cell.head && cell.modelData.filled === false; width: Theme.mark; height: width }
            }
        }
    }
    RowLayout {
        spacing: Theme.space8
        Hatch { implicitWidth: Theme.mark; implicitHeight: Theme.mark }
        Label { text: qsTr("No data: nobody looked or told. Not “clean”."); type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
}
