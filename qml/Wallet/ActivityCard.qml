// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// What happened to the money: filter, sort, export. A row about a deal or a car leads there.
Card {
    id: card

    required property WalletViewModel viewModel
    required property ShellViewModel shell

    readonly property ActivityModel activity: viewModel.activity
    readonly property bool roomy: width > 88 * Theme.grid
    readonly property real dateWidth: Theme.scaled(96)
    readonly property real withWidth: Theme.scaled(216)
    readonly property real aucWidth: Theme.scaled(104)
    readonly property real feeWidth: Theme.scaled(72)
    readonly property var kinds: [
        { key: "all", text: qsTr("All kinds") }, { key: "in", text: qsTr("Money in") }, { key: "out", text: qsTr("Money out") },
        { key: "deals", text: qsTr("Deals") }, { key: "other", text: qsTr("Everything else") }, { key: "hidden", text: qsTr("Look-alikes") }
    ]

    flush: true
    spacing: 0
    Accessible.name: qsTr("Activity")

    GridLayout {
        columns: card.roomy ? 4 : 3
        columnSpacing: Theme.space8
        rowSpacing: Theme.space8
        Layout.fillWidth: true
        Layout.leftMargin: Theme.cardPadding
        Layout.rightMargin: Theme.cardPadding
        Layout.topMargin: Theme.space12
        Layout.bottomMargin: Theme.space8
        Label { text: qsTr("Activity"); type: Theme.cardTitle; Layout.fillWidth: true; Layout.columnSpan: card.roomy ? 1 : 3; Accessible.role: Accessible.Heading }
        SearchField {
            size: "compact"
            placeholderText: qsTr("Name, address, amount")
            text: card.activity.text
            Layout.preferredWidth: Theme.scaled(200)
            Layout.fillWidth: !card.roomy
            Layout.columnSpan: card.roomy ? 1 : 3
            onTextEdited: card.activity.text = text
        }
        ComboBox {
            size: "compact"
            accessibleName: qsTr("Kinds of activity")
            model: card.kinds.map(k => k.text)
            currentIndex: card.kinds.findIndex(k => k.key === card.activity.kind)
            Layout.preferredWidth: Theme.scaled(152)
            onActivated: index => card.activity.kind = card.kinds[index].key
        }
        Button { text: qsTr("Export…"); icon: "download"; size: "compact"; onClicked: exportFile.open() }
        Item { visible: !card.roomy; Layout.fillWidth: true }
    }
    ErrorBlock {
        visible: card.viewModel.exportError.present
        cause: card.viewModel.exportError.cause
        money: card.viewModel.exportError.money
        todo: card.viewModel.exportError.next
        Layout.fillWidth: true
        Layout.margins: Theme.cardPadding
    }
    TableHead {
        Layout.fillWidth: true
        HeadCell { visible: card.width >= 56 * Theme.grid; text: qsTr("Date"); sortable: true; sorted: card.activity.newestFirst ? "down" : "up"; Layout.preferredWidth: card.dateWidth; onClicked: card.activity.newestFirst = !card.activity.newestFirst }
        HeadCell { text: qsTr("What"); Layout.fillWidth: true }
        HeadCell { visible: card.roomy; text: qsTr("With"); Layout.preferredWidth: card.withWidth }
        HeadCell { text: qsTr("AUC"); alignRight: true; Layout.preferredWidth: card.aucWidth }
        HeadCell { visible: card.roomy; text: qsTr("Fee, %1").arg(card.viewModel.coin); alignRight: true; Layout.preferredWidth: card.feeWidth }
        Item { implicitWidth: Theme.icon12 }
    }
    ListView {
        id: list
        clip: true
        model: card.activity
        boundsBehavior: Flickable.StopAtBounds
        // On a wide window the list scrolls inside the card; else the page does.
        interactive: Theme.wide
        implicitHeight: Theme.wide ? 6 * Theme.rowNormal : contentHeight
        keyNavigationEnabled: true
        Layout.fillWidth: true
        Layout.fillHeight: Theme.wide
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Activity, %n row(s)", "", card.activity.count)
        delegate: ActivityRow {
            width: list.width
            roomy: card.roomy
            dateWidth: card.dateWidth
            withWidth: card.withWidth
            aucWidth: card.aucWidth
            feeWidth: card.feeWidth
            onDetailRequested: key => card.viewModel.openEntry(key)
            onOpenRequested: route => card.shell.navigation.open(route)
            onCopyRequested: (text, what) => card.shell.copy(text, what)
        }
        T.ScrollBar.vertical: PageScrollBar {}
    }
    Rows {
        model: card.viewModel.loaded ? 0 : 6
        delegate: Item { width: parent ? parent.width : 0; height: Theme.rowNormal; Skeleton { x: Theme.space16; anchors.verticalCenter: parent.verticalCenter; width: Math.min(56 * Theme.grid, parent.width - 2 * x) } }
    }
    EmptyState {
        visible: card.viewModel.loaded && card.activity.count === 0
        filtered: card.activity.total > 0
        icon: "receipt-text"
        title: qsTr("No payments yet")
        text: qsTr("What comes in, what goes out and what lies in Safes stands here, with what it cost.")
        actionText: qsTr("Show my address")
        Layout.fillWidth: true
        Layout.margins: Theme.space24
        onActionRequested: card.viewModel.panel = "receive"
        onClearRequested: { card.activity.text = ""; card.activity.kind = "all" }
    }
    Item { visible: card.activity.count === 0; Layout.fillHeight: true }

    FileDialog {
        id: exportFile
        title: qsTr("Export the activity")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "csv"
        nameFilters: [qsTr("Comma separated values (*.csv)")]
        onAccepted: card.viewModel.exportCsv(selectedFile)
    }
}
