// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Practice strip, rail, pages, status bar of an open home, and the keys that work everywhere in it.
FocusScope {
    id: view

    required property ShellViewModel shell

    readonly property Navigation navigation: shell.navigation
    readonly property PracticeViewModel practice: shell.practice
    /// What the rail has room for; the others are behind "More".
    readonly property real railRoom: rail.height - Theme.scaled((rail.slim ? 170 : 160) + (rail.personName !== "" ? 66 : 0))
    readonly property int fits: Math.max(2, Math.floor(railRoom / ((rail.slim ? Theme.railItemSlim : Theme.railItem) + Theme.space4)))
    readonly property bool cut: navigation.railItems.length > fits
    readonly property var shownItems: !cut ? navigation.railItems
        : navigation.railItems.slice(0, fits - 1).concat([{ key: "more", text: qsTr("More"), icon: "ellipsis", count: 0 }])

    PracticeStrip {
        id: strip
        visible: view.practice.active
        height: visible ? implicitHeight : 0
        width: parent.width
        clockText: view.practice.clock
        personName: view.shell.myName
        onPushClockRequested: pushDialog.open()
        onSwitchPersonRequested: people.openAt(strip.width - people.width - Theme.space8, strip.height)
    }
    NavRail {
        id: rail
        anchors.top: strip.bottom
        anchors.bottom: bar.top
        items: view.shownItems
        footItems: view.navigation.footItems
        current: !view.cut || view.shownItems.some(i => i.key === view.navigation.railPage) || view.navigation.railPage === "settings"
            ? view.navigation.railPage : "more"
        personName: height > 60 * Theme.grid ? view.shell.myName : ""
        personAddress: view.shell.myAddress
        onSelected: key => key === "more" ? more.open() : view.navigation.open(key)
        onFindRequested: palette.show()
        onPersonRequested: view.practice.active ? people.openAt(rail.width, view.height - people.height - bar.height)
            : accounts.open()
    }
    Menu {
        id: more
        x: rail.width
        y: view.height / 3
        Instantiator {
            model: view.cut ? view.navigation.railItems.slice(view.fits - 1) : []
            delegate: MenuItem {
                required property var modelData
                text: modelData.text
                symbol: modelData.icon
                onTriggered: view.navigation.open(modelData.key)
            }
            onObjectAdded: (index, object) => more.insertItem(index, object)
            onObjectRemoved: (index, object) => more.removeItem(object)
        }
    }
    ColumnLayout {
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: strip.bottom
        anchors.bottom: bar.top
        spacing: 0

        ColumnLayout {
            visible: view.shell.status.gone || view.shell.error.present
            spacing: Theme.space8
            Layout.fillWidth: true
            Layout.leftMargin: Theme.pageMargin
            Layout.rightMargin: Theme.pageMargin
            Layout.topMargin: Theme.space12
            ErrorBlock {
                visible: view.shell.status.gone
                cause: view.shell.status.problem.cause
                money: view.shell.status.problem.money
                todo: view.shell.status.problem.next
                fixText: qsTr("Ask now")
                fixNote: view.shell.status.meanwhile
                Layout.fillWidth: true
                onFixRequested: view.shell.status.askAgain()
            }
            ErrorBlock {
                visible: view.shell.error.present
                cause: view.shell.error.cause
                money: view.shell.error.money
                todo: view.shell.error.next
                fixText: qsTr("Dismiss")
                Layout.fillWidth: true
                onFixRequested: view.shell.dismissError()
            }
        }
        PageStack {
            id: stack
            shell: view.shell
            focus: true
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
    StatusBar {
        id: bar
        anchors.bottom: parent.bottom
        width: parent.width
        level: view.shell.status.connected || view.shell.status.gone ? view.shell.status.level : ""
        facts: Theme.narrow ? (warning === "" ? [view.shell.status.networkShort, view.shell.status.block] : [view.shell.status.block])
            : [view.shell.status.network, view.shell.status.block].concat(view.shell.status.agreement === "" ? [] : [view.shell.status.agreement])
        warning: view.shell.status.warning
        about: view.shell.status.network
        onWarningRequested: view.navigation.open("settings/network")
        legend: !Theme.narrow || width > 100 * Theme.grid
    }
    PeopleMenu {
        id: people
        practice: view.practice
    }
    AccountsMenu {
        id: accounts
        shell: view.shell
        x: rail.width
        y: view.height - height - bar.height
    }
    KnowledgePopover {
        id: popover
        knowledge: view.shell.knowledge
        onNetworkWanted: view.navigation.open("settings/network")
    }
    Connections {
        target: view.Window.window
        ignoreUnknownSignals: true
        function onKnowledgeWanted(mark: Item): void { popover.show(mark) }
    }
    PushClockDialog {
        id: pushDialog
        practice: view.practice
    }
    FindPalette {
        id: palette
        finder: view.shell.finder
        anchors.fill: parent
    }
    Toast {
        id: toast
        anchors.left: rail.right
        anchors.bottom: bar.top
        anchors.margins: Theme.space16
    }
    Connections {
        target: view.shell.toasts
        function onShown(text: string): void { toast.show(text, "") }
    }

    Shortcut { sequence: "Ctrl+K"; onActivated: palette.show() }
    Shortcut { sequences: [StandardKey.Refresh]; onActivated: view.shell.refresh() }
    Shortcut { sequence: "Ctrl+Shift+D"; onActivated: { view.navigation.open("desk"); view.navigation.open("desk/window") } }
    Shortcut { sequences: [StandardKey.Back]; onActivated: view.navigation.back() }
    Instantiator {
        model: 9
        delegate: Shortcut {
            required property int index
            sequence: "Ctrl+" + (index + 1)
            onActivated: view.navigation.openRailItem(index)
        }
    }
}
