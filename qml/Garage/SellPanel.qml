// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Putting a car up for sale: the form, and how a buyer will see it.
GridLayout {
    id: panel

    required property GarageViewModel garage
    readonly property SellViewModel sale: garage.sale

    columns: Theme.narrow ? 1 : 2
    columnSpacing: Theme.space32
    rowSpacing: Theme.cardGap

    SellForm { sale: panel.sale; Layout.fillWidth: true; Layout.maximumWidth: Theme.readingWidth + Theme.space24; Layout.alignment: Qt.AlignTop; onCancelled: panel.garage.closePanel() }
    ColumnLayout {
        spacing: Theme.cardGap
        Layout.fillWidth: Theme.narrow
        Layout.preferredWidth: Theme.sidePanelMax
        Layout.alignment: Qt.AlignTop
        Card {
            flush: true
            Layout.fillWidth: true
            CarDrawing { body: ["hatchback", "saloon", "estate", "suv", "coupe", "convertible", "van", "pickup"][panel.sale.body]; paint: panel.sale.paintKeys[panel.sale.paint]; Layout.fillWidth: true; Layout.preferredHeight: 16 * Theme.grid }
            ColumnLayout {
                spacing: Theme.space4
                Layout.fillWidth: true
                Layout.margins: Theme.space16
                Layout.topMargin: Theme.space4
                Label { text: panel.sale.title; type: Theme.cardTitle; wrapMode: Text.Wrap; Layout.fillWidth: true }
                Label { text: panel.sale.vin; type: Theme.mono; color: Theme.text2 }
                Money { visible: panel.sale.price !== ""; amount: panel.sale.price; unit: qsTr("AUC"); size: "lg" }
            }
        }
        Card {
            title: qsTr("What a listing does")
            Layout.fillWidth: true
            Label { text: qsTr("It shows the car on the board with its whole history. You keep the title. Nobody can buy without your signature on the terms."); color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        }
    }
}
