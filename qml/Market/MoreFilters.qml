// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Filters that are used less: highest price, model year, bodies, what the history must not say.
Dialog {
    id: dialog

    required property MarketViewModel market

    title: qsTr("Which cars?")
    text: qsTr("The list answers while you choose.")
    harmlessText: qsTr("Done")

    TextField {
        label: qsTr("Highest price")
        unit: qsTr("AUC")
        numeric: true
        text: dialog.market.maxPrice
        help: dialog.market.maxPriceError
        onTextChanged: dialog.market.maxPrice = text
        Layout.fillWidth: true
    }
    TextField {
        label: qsTr("Model year from")
        numeric: true
        maximumLength: 4
        text: dialog.market.minYear > 0 ? String(dialog.market.minYear) : ""
        onTextEdited: dialog.market.minYear = text.length === 4 ? Number(text) : 0
        Layout.fillWidth: true
    }
    Label { text: qsTr("Body"); type: Theme.label }
    Flow {
        spacing: Theme.space16
        Layout.fillWidth: true
        Repeater {
            model: dialog.market.allBodies
            delegate: CheckBox {
                required property string modelData
                text: modelData.charAt(0).toUpperCase() + modelData.slice(1)
                checked: dialog.market.bodies.includes(modelData)
                onToggled: dialog.market.bodies = checked ? dialog.market.bodies.concat([modelData]) : dialog.market.bodies.filter(b => b !== modelData)
            }
        }
    }
    CheckBox { text: qsTr("No problems in the history"); checked: dialog.market.noProblems; onToggled: dialog.market.noProblems = checked }
    CheckBox { text: qsTr("Only cars I watch"); checked: dialog.market.watchedOnly; onToggled: dialog.market.watchedOnly = checked }
}
