// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Light or dark, how large, how much moves. Everything follows at once.
Card {
    id: card

    required property Appearance appearance

    readonly property var themes: ["light", "dark", "system"]
    readonly property var distances: ["km", "mi", "system"]
    readonly property var scales: [1, 1.25, 1.5, 1.75, 2, 2.5, 3]

    title: qsTr("Appearance")
    spacing: Theme.space16

    ColumnLayout {
        spacing: Theme.space4
        Label { text: qsTr("Colours"); type: Theme.label }
        SegmentedControl {
            accessibleName: qsTr("Colours")
            options: [{ text: qsTr("Light"), icon: "sun" }, { text: qsTr("Dark"), icon: "moon" }, { text: qsTr("As the desktop"), icon: "sun-moon" }]
            currentIndex: card.themes.indexOf(card.appearance.theme)
            onActivated: index => card.appearance.theme = card.themes[index]
        }
    }
    ComboBox {
        label: qsTr("Size of text and controls")
        model: card.scales.map(s => qsTr("%L1 %").arg(Math.round(s * 100)))
        currentIndex: card.scales.reduce((best, s, i) => Math.abs(s - card.appearance.scale) < Math.abs(card.scales[best] - card.appearance.scale) ? i : best, 0)
        Layout.preferredWidth: Theme.fieldWidth
        onActivated: index => card.appearance.scale = card.scales[index]
    }
    ColumnLayout {
        spacing: Theme.space4
        Label { text: qsTr("Distances"); type: Theme.label }
        SegmentedControl {
            accessibleName: qsTr("Distances")
            options: [{ text: qsTr("Kilometres") }, { text: qsTr("Miles") }, { text: qsTr("As the language settings") }]
            currentIndex: card.distances.indexOf(card.appearance.distance)
            onActivated: index => card.appearance.distance = card.distances[index]
        }
        Label { text: qsTr("Records, the signer’s window and printed reports say kilometres, whichever you choose: 1 mile is 1.609344 km."); type: Theme.caption; color: Theme.text3; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
    Divider { Layout.fillWidth: true }
    Switch { text: qsTr("Less motion"); checked: card.appearance.reducedMotion; onClicked: card.appearance.reducedMotion = !card.appearance.reducedMotion }
    Switch { text: qsTr("No holding: type words instead of holding a button"); checked: card.appearance.noHolding; onClicked: card.appearance.noHolding = !card.appearance.noHolding }
    Label { text: qsTr("Dates, numbers and money are written as your desktop’s language settings say."); type: Theme.caption; color: Theme.text3; wrapMode: Text.Wrap; Layout.fillWidth: true }
}
