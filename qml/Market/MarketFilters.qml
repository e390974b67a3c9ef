// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Search, the filters that are on, sorting, cards or table.
GridLayout {
    id: bar

    required property MarketViewModel market

    columns: Theme.narrow ? 1 : 2
    columnSpacing: Theme.space8
    rowSpacing: Theme.space8

    Flow {
        spacing: Theme.space8
        Layout.fillWidth: true
        SearchField {
            id: search
            placeholderText: qsTr("Make, model, VIN or town")
            width: Math.min(31 * Theme.grid, bar.width)
            onTextChanged: bar.market.text = text
        }
        Repeater {
            model: bar.market.chips
            delegate: FilterChip {
                required property var modelData
                text: modelData.text
                onRemoveRequested: bar.market.removeChip(modelData.key)
                onClicked: more.open()
            }
        }
        Button { text: qsTr("More filters"); icon: "sliders-horizontal"; onClicked: more.open() }
    }
    RowLayout {
        spacing: Theme.space8
        Layout.alignment: Qt.AlignTop | Qt.AlignRight
        ComboBox {
            accessibleName: qsTr("Sorted by")
            model: bar.market.sorts
            currentIndex: bar.market.sort
            implicitWidth: 20 * Theme.grid
            onActivated: index => bar.market.sort = index
        }
        SegmentedControl {
            accessibleName: qsTr("Shown as")
            options: [{ text: qsTr("Grid"), icon: "layout-grid" }, { text: qsTr("Table"), icon: "list" }]
            currentIndex: bar.market.asTable ? 1 : 0
            onActivated: index => bar.market.asTable = index === 1
        }
    }
    MoreFilters { id: more; market: bar.market }
}
