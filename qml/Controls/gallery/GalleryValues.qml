// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme
import AutoChain.Controls

Card {
    title: "Where a value comes from; money, people, tags"
    padding: 20 * Theme.scale
    spacing: Theme.space12

    GridLayout {
        columns: 2
        columnSpacing: Theme.space48
        rowSpacing: Theme.space8
        Repeater {
            model: ["proven", "local", "reported", "stale"]
            RowLayout {
                required property string modelData
                spacing: Theme.space12
                ProvenanceMark { id: sign; level: modelData; size: Theme.markLarge }
                ColumnLayout {
                    spacing: 0
                    Label { text: sign.word; type: Theme.label }
                    Label { text: sign.sentence; type: Theme.caption; color: Theme.text3 }
                }
            }
        }
    }
    Row {
        spacing: Theme.space16
        Repeater { model: ["proven", "local", "reported", "stale"]; Money { required property string modelData; amount: "200,000"; unit: "AUC"; level: modelData } }
    }
    Row {
        spacing: Theme.space24
        Money { id: xl; amount: "212,850.00"; unit: "AUC"; size: "xl" }
        Money { amount: "200,000"; unit: "AUC"; size: "lg"; anchors.bottom: xl.bottom }
        Money { amount: "10,000"; unit: "AUC"; approx: "C$ 1,050"; approxLevel: "stale"; anchors.bottom: xl.bottom }
        Money { amount: "148,000"; struck: true; anchors.bottom: xl.bottom }
    }
    Flow {
        spacing: Theme.space12
        Layout.fillWidth: true
        AddressChip { name: "Bob Keller"; address: "0xb2ECfdE2040355c7D331f20388076fDD94681C64"; level: "proven" }
        AddressChip { address: "0x58fC00000000000000000000000000000000DBb8"; level: "reported" }
        Tag { text: "In a deal"; tone: "accent" }
        Tag { text: "free" }
        CountBadge { count: 2 }
        CountBadge { count: 214 }
    }
    AddressText { address: "0xb2ECfdE2040355c7D331f20388076fDD94681C64"; full: true; Layout.fillWidth: true }
    KeyValue { key: "Odometer at signing"; value: "64,210 km"; level: "proven"; Layout.fillWidth: true }
    KeyValue { key: "Maker"; value: "JM1: Mazda, Japan"; keyWidth: 8 * Theme.grid; Layout.fillWidth: true }
    QrCode { text: "ethereum:0x4d024A352D19619d13e4a052a3381616C719AE8e" }
}
