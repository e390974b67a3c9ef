// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The contracts this program talks to, with their whole addresses.
Card {
    id: card

    required property SettingsViewModel viewModel

    readonly property bool roomy: width > 88 * Theme.grid

    title: qsTr("Contracts")
    flush: true
    spacing: 0

    Rows {
        model: card.viewModel.contracts
        delegate: TableRow {
            id: row
            required property string name
            required property string address
            required property string status
            required property string stateText
            accessibleName: [name, address, stateText].join(", ")
            width: parent ? parent.width : 0
            TableCell { text: row.name; Layout.fillWidth: true; Accessible.ignored: true }
            AddressText { address: row.address; full: card.roomy; Accessible.ignored: true }
            StatusBadge { status: row.status; text: row.stateText }
        }
    }
}
