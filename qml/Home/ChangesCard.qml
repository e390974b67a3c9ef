// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What others did since the last visit.
Card {
    id: card

    required property HomeViewModel viewModel
    required property ShellViewModel shell

    readonly property ChangesModel changes: viewModel.changes

    title: qsTr("What changed")
    caption: viewModel.since
    actionText: !changes.all && changes.total > 8 ? qsTr("Show all %L1").arg(changes.total) : ""
    actionIsLink: true
    flush: true
    spacing: 0
    onActionRequested: changes.all = true

    Rows {
        model: card.changes
        delegate: TableRow {
            id: row
            required property string icon
            required property string text
            required property string strong
            required property string amount
            required property string before
            required property string tag
            required property string route
            required property string level
            required property string when
            openOnClick: true
            accessibleName: [text, strong, amount !== "" ? qsTr("%1 AUC").arg(amount) : "", tag, when].filter(w => w !== "").join(", ")
            width: parent ? parent.width : 0
            onOpened: card.shell.navigation.open(route)
            Icon { name: row.icon; color: Theme.text2 }
            RichLine { plain: row.text; strong: ""; Accessible.ignored: true; Layout.maximumWidth: Math.ceil(implicitWidth) }
            TableCell { text: row.strong; type: Theme.strong; Layout.fillWidth: true; Layout.leftMargin: -Theme.space12; Accessible.ignored: true }
            Money { visible: row.before !== ""; amount: row.before; struck: true; Accessible.ignored: true }
            Money { visible: row.amount !== ""; amount: row.amount; unit: qsTr("AUC"); Accessible.ignored: true }
            Tag { visible: row.tag !== "" && !Theme.narrow; text: row.tag }
            ProvenanceMark { level: row.level; about: row.accessibleName }
            TableCell { text: row.when; exact: true; alignRight: true; color: Theme.text3; Layout.preferredWidth: Theme.narrow ? -1 : 12 * Theme.grid; Accessible.ignored: true }
        }
    }
    Rows {
        model: card.viewModel.loaded ? 0 : 5
        delegate: Item { width: parent ? parent.width : 0; height: Theme.rowNormal; Skeleton { x: Theme.space16; anchors.verticalCenter: parent.verticalCenter; width: Math.min(50 * Theme.grid, parent.width - 2 * x) } }
    }
    EmptyState {
        visible: card.viewModel.loaded && card.changes.total === 0
        icon: "history"
        title: qsTr("Nothing new")
        text: qsTr("Records on your cars, steps of your deals, prices of cars you watch and money that comes stand here.")
        Layout.fillWidth: true
        Layout.margins: Theme.space24
    }
    Item { Layout.fillHeight: true }
}
