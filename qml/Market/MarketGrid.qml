// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.App
import AutoChain.Theme

/// Cars as cards; keeps its place while the list changes. Arrow keys move, Enter opens, W watches.
GridView {
    id: grid

    required property MarketViewModel market
    readonly property int perRow: Math.max(1, Math.floor(width / (33 * Theme.grid)))

    model: market.cars
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    cellWidth: Math.floor(width / perRow)
    cellHeight: 34.5 * Theme.grid + Theme.cardGap
    cacheBuffer: 2 * cellHeight
    activeFocusOnTab: true
    keyNavigationEnabled: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Cars for sale")
    Keys.onReturnPressed: if (currentItem) market.open(currentItem.carKey)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_W && currentItem) {
            market.toggleWatch(currentItem.carKey)
            event.accepted = true
        }
    }

    delegate: Item {
        id: slot
        required property string key
        required property string title
        required property string year
        required property string facts
        required property string price
        required property string level
        required property var block
        required property string against
        required property string body
        required property string paint
        required property var photo
        required property string tag
        required property string odometer
        required property string accidents
        required property string titleStatus
        required property string liens
        required property string spoken
        required property bool watched
        readonly property string carKey: key

        width: grid.cellWidth
        height: grid.cellHeight
        MarketCard {
            width: parent.width - Theme.cardGap
            height: parent.height - Theme.cardGap
            key: slot.key; title: slot.title; year: slot.year; facts: slot.facts; price: slot.price; level: slot.level; block: slot.block
            against: slot.against; body: slot.body; paint: slot.paint; photo: slot.photo; tag: slot.tag; odometer: slot.odometer
            accidents: slot.accidents; titleStatus: slot.titleStatus; liens: slot.liens; spoken: slot.spoken; watched: slot.watched
            onClicked: grid.market.open(slot.key)
            onWatchToggled: grid.market.toggleWatch(slot.key)
        }
    }
}
