// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme
import AutoChain.Controls

Card {
    title: "Dialog, empty state, skeleton"
    padding: 20 * Theme.scale

    Button { text: "End the listing…"; onClicked: dialog.open() }
    Dialog {
        id: dialog
        title: "End the listing of the Golf SportWagen?"
        text: "It leaves the board with the next block and two open offers lapse. You keep the title. Network fee at most 0.0028 ETC."
        harmlessText: "Keep it listed"
        actionText: "End listing"
    }
    EmptyState { icon: "handshake"; title: "No deals yet"; text: "A deal keeps your money and the seller’s title in one Safe until both agree."; actionText: "Look at the market"; Layout.fillWidth: true }
    EmptyState { filtered: true; text: "x"; Layout.fillWidth: true }
    RowLayout {
        spacing: Theme.space16
        Skeleton { implicitWidth: 15 * Theme.grid; implicitHeight: 10 * Theme.grid }
        ColumnLayout {
            Skeleton { implicitWidth: 42 * Theme.grid }
            Skeleton { implicitWidth: 32 * Theme.grid }
            Skeleton { implicitWidth: 20 * Theme.grid }
        }
    }
}
