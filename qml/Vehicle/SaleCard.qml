// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Price and what the seller says. The seller's words are his word, not the chain's.
Card {
    id: card

    required property VehicleViewModel car

    title: qsTr("For sale")
    visible: car.price !== ""

    Money { amount: card.car.price; unit: qsTr("AUC"); size: "lg"; level: card.car.level; about: qsTr("Price"); block: card.car.block }
    Label { visible: text !== ""; text: card.car.place; color: Theme.text2 }
    RowLayout {
        visible: card.car.description !== ""
        spacing: Theme.space8
        Layout.fillWidth: true
        Label { text: card.car.description; wrapMode: Text.Wrap; Layout.fillWidth: true }
        ProvenanceMark { level: "reported"; about: qsTr("What the seller says"); detail: qsTr("the seller’s own words"); Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space4 }
    }
}
