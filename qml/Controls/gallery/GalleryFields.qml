// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme
import AutoChain.Controls

Card {
    title: "Fields"
    padding: 20 * Theme.scale

    GridLayout {
        columns: 2
        columnSpacing: Theme.space16
        rowSpacing: Theme.space12
        Layout.fillWidth: true
        TextField { label: "Empty"; placeholderText: "Make, model, VIN or town"; Layout.fillWidth: true }
        TextField { label: "Filled"; labelNote: "(may stay empty)"; text: "Outback 3.6R"; Layout.fillWidth: true }
        TextField { id: focused; label: "Focus"; text: "Outback"; Layout.fillWidth: true; Component.onCompleted: forceActiveFocus(Qt.TabFocusReason) }
        TextField { label: "Disabled"; text: "10,000 AUC"; disabledReason: "set by the terms"; Layout.fillWidth: true }
        TextField { label: "With unit, right aligned"; text: "25,000"; unit: "AUC"; numeric: true; Layout.fillWidth: true }
        ComboBox { label: "Choice"; model: ["Ethereum Classic", "Practice"]; Layout.fillWidth: true }
        SearchField { placeholderText: "Name, address, amount"; size: "compact"; Layout.fillWidth: true }
        TextField { text: "hidden words"; password: true; trailing: "12"; label: "Password"; Layout.fillWidth: true }
        TextField {
            label: "Error: cause, what it means for your money, what to do"
            text: "0x4d024A352D19619d13e4a052a3381616C719AE8f"
            errorCause: "The capital letters of this address do not fit."
            errorMoney: "Nothing was sent."
            errorTodo: "Copy it again from where you got it, or pick the person from your address book."
            Layout.columnSpan: 2
            Layout.fillWidth: true
        }
        TextArea { label: "Written reasons"; counter: "236 characters"; text: "The OBD log of 28 Nov shows P0741 stored 40 km after handover."; Layout.columnSpan: 2; Layout.fillWidth: true }
        TextField { label: "Vehicle identification number"; size: "entry"; text: "JM1BP4LM9K1134592"; trailing: "17 of 17"; Layout.columnSpan: 2; Layout.fillWidth: true }
        VinBoxes { vin: "JM1BP4LM9K1134592"; suspect: 6; checkFails: true; Layout.columnSpan: 2; Layout.fillWidth: true }
    }
}
