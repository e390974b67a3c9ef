// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The same cars as dense rows, sorted by any column.
Rectangle {
    id: table

    required property MarketViewModel market
    readonly property var widths: ({ year: 5 * Theme.grid, km: 8 * Theme.grid, price: 13 * Theme.grid, against: 20 * Theme.grid, verdicts: 12 * Theme.grid, seller: 17 * Theme.grid, place: 13 * Theme.grid, ends: 11 * Theme.grid })

    function way(column: string): string { return market.sortColumn === column ? market.sortWay : "" }

    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.border

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.hairline
        spacing: 0
        TableHead {
            Layout.fillWidth: true
            HeadCell { text: qsTr("Car"); sortable: true; sorted: table.way("title"); Layout.fillWidth: true; onClicked: table.market.sortBy("title") }
            HeadCell { text: qsTr("Year"); sortable: true; sorted: table.way("year"); Layout.preferredWidth: table.widths.year; onClicked: table.market.sortBy("year") }
            HeadCell { text: table.market.unit; sortable: true; alignRight: true; sorted: table.way("km"); Layout.preferredWidth: table.widths.km; onClicked: table.market.sortBy("km") }
            HeadCell { text: qsTr("Price, AUC"); sortable: true; alignRight: true; sorted: table.way("price"); Layout.preferredWidth: table.widths.price; onClicked: table.market.sortBy("price") }
            HeadCell { visible: Theme.wide; text: qsTr("Against market"); sortable: true; sorted: table.way("against"); Layout.preferredWidth: table.widths.against; onClicked: table.market.sortBy("against") }
            HeadCell { text: qsTr("Ti Li Od Ac"); Layout.preferredWidth: table.widths.verdicts }
            HeadCell { visible: !Theme.narrow; text: qsTr("Seller"); Layout.preferredWidth: table.widths.seller }
            HeadCell { visible: !Theme.narrow; text: qsTr("Place"); sortable: true; sorted: table.way("place"); Layout.preferredWidth: table.widths.place; onClicked: table.market.sortBy("place") }
            HeadCell { visible: Theme.wide; text: qsTr("Ends"); sortable: true; sorted: table.way("ends"); Layout.preferredWidth: table.widths.ends; onClicked: table.market.sortBy("ends") }
        }
        ListView {
            id: list
            model: table.market.cars
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            reuseItems: true
            activeFocusOnTab: true
            keyNavigationEnabled: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Cars for sale")
            delegate: MarketTableRow {
                widths: table.widths
                width: list.width
                onOpened: table.market.open(key)
                onSelectRequested: table.market.toggleWatch(key)
            }
        }
        Divider { Layout.fillWidth: true }
        Label {
            text: qsTr("Ti title · Li liens · Od odometer · Ac accidents. A grey dot: still being read. A dashed ring: no data, never the same as clean.")
            type: Theme.caption
            color: Theme.text3
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.margins: Theme.space12
        }
    }
}
