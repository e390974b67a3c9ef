// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme
import AutoChain.Controls

ColumnLayout {
    spacing: 0

    readonly property var places: [
        { key: "home", text: "Home", icon: "house" }, { key: "market", text: "Market", icon: "store" },
        { key: "garage", text: "Garage", icon: "warehouse" }, { key: "deals", text: "Deals", icon: "handshake", count: 2 },
        { key: "appraisals", text: "Appraisals", icon: "clipboard-check" }, { key: "wallet", text: "Wallet", icon: "wallet" },
        { key: "desk", text: "Dealer desk", icon: "layout-list" }]

    PracticeStrip { Layout.fillWidth: true; clockText: "Tue 24 Nov 2026, 14:20"; personName: "Alice Brandt" }
    RowLayout {
        spacing: 0
        Layout.preferredHeight: 90 * Theme.grid
        NavRail {
            Layout.fillHeight: true
            items: places
            footItems: [{ key: "settings", text: "Settings", icon: "settings" }]
            current: "market"
            slim: false
            personName: "Alice Brandt"
            personAddress: "0x4d024A352D19619d13e4a052a3381616C719AE8e"
        }
        NavRail {
            Layout.fillHeight: true
            items: places
            footItems: [{ key: "settings", text: "Settings", icon: "settings" }]
            current: "deals"
            slim: true
            personName: "Alice Brandt"
            personAddress: "0x4d024A352D19619d13e4a052a3381616C719AE8e"
        }
        ColumnLayout {
            spacing: Theme.space16
            Layout.fillWidth: true
            Layout.margins: Theme.pageMargin
            Layout.alignment: Qt.AlignTop
            PageHead {
                title: "Mazda3 Sport GT, 2019"
                tag: "Alice buys from Bob"
                caption: "186 cars · practice listings, made from real-world makes and prices"
                Layout.fillWidth: true
                Button { text: "Add deadlines to calendar"; icon: "calendar-plus"; size: "compact" }
                Button { text: "Print or PDF"; icon: "printer"; size: "compact" }
            }
            Stepper {
                Layout.fillWidth: true
                steps: [{ title: "Terms signed", caption: "19 Nov, 20:14", state: "done", level: "proven" },
                    { title: "Money in the Safe", caption: "20 Nov, 09:31", state: "done", level: "proven" },
                    { title: "Title in the Safe", caption: "21 Nov, 11:05", state: "done", level: "proven" },
                    { title: "Handover", caption: "by Fri 27 Nov, 18:00", state: "current" },
                    { title: "Settled", caption: "money and title move together", state: "todo" }]
            }
            WizardSteps { steps: ["VIN", "Check the facts", "Photos and papers", "Sign in the signer"]; current: 1; Layout.fillWidth: true }
            Card {
                title: "In the Safe now"
                caption: "2 of 3 must sign"
                Layout.preferredWidth: 40 * Theme.grid
                Money { amount: "200,000"; unit: "AUC"; size: "md"; level: "proven" }
                Divider { Layout.fillWidth: true }
                KeyValue { key: "For network fees"; Layout.fillWidth: true; Money { amount: "1.204"; unit: "ETC" } }
            }
            Card {
                title: "Wallet"
                actionText: "Open"
                actionIsLink: true
                Layout.preferredWidth: 40 * Theme.grid
                headItems: StatusBadge { status: "clean"; text: "Unlocked" }
                Label { text: "Keys live in a separate program. It locks after 10 minutes without use."; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
            }
        }
    }
    StatusBar { Layout.fillWidth: true; level: "proven"; facts: ["Ethereum Classic", "Block 25,914,207 verified 9 s ago", "4 of 4 nodes agree"] }
}
