// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme
import AutoChain.Controls

/// What lies over a page: menu, list of a choice, tooltip, dialog.
Item {
    id: page

    implicitHeight: 80 * Theme.grid

    ComboBox { id: choice; x: Theme.space32; y: Theme.space32; label: "Network"; model: ["Ethereum Classic", "Practice market", "Own network"] }
    Item {
        x: 60 * Theme.grid
        y: Theme.space32
        Menu {
            id: menu
            MenuItem { text: "Watch"; symbol: "bookmark"; keyHint: "W" }
            MenuItem { text: "Compare"; symbol: "columns-2"; keyHint: "C" }
            MenuLine {}
            MenuItem { text: "Make an offer…"; symbol: "tag"; disabledReason: "yours" }
        }
    }
    ProvenanceMark {
        x: 120 * Theme.grid
        y: Theme.space48
        level: "proven"
        ToolTip { visible: true; delay: 0; text: "Proven: checked here against block 25,914,207" }
    }
    Dialog {
        id: dialog
        modal: false
        title: "End the listing of the Golf SportWagen?"
        text: "It leaves the board with the next block and two open offers lapse. You keep the title. Network fee at most 0.0028 ETC."
        harmlessText: "Keep it listed"
        actionText: "End listing"
    }
    Component.onCompleted: {
        choice.popup.closePolicy = 0
        menu.closePolicy = 0
        choice.popup.open()
        menu.open()
        dialog.open()
    }
}
