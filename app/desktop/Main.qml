// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.App
import AutoChain.FirstRun
import AutoChain.Shell
import AutoChain.Theme

/// The one window of the suite: the stage the app is in, and nothing else.
Window {
    id: window

    required property App app

    /// A provenance mark was pressed: how is this known?
    signal knowledgeWanted(Item mark)

    width: 1440
    height: 900
    minimumWidth: 720
    minimumHeight: 560
    visible: true
    title: app.stage === App.Open && app.shell
        ? qsTr("AutoChain: %1").arg(app.shell.practice.active ? qsTr("practice market") : app.shell.status.network)
        : qsTr("AutoChain")
    color: Theme.canvas

    Binding { target: Theme; property: "dark"; value: window.app.appearance.dark }
    Binding { target: Theme; property: "scale"; value: window.app.appearance.scale }
    Binding { target: Theme; property: "reducedMotion"; value: window.app.appearance.reducedMotion }
    Binding { target: Theme; property: "noHolding"; value: window.app.appearance.noHolding }
    Binding { target: Theme; property: "windowWidth"; value: window.width }

    Shortcut { sequences: [StandardKey.Quit, "Ctrl+Q"]; context: Qt.ApplicationShortcut; onActivated: Qt.quit() }

    Component { id: firstRun; FirstRunPage { viewModel: window.app.firstRun; app: window.app } }
    Component { id: join; JoinPage { viewModel: window.app.join; app: window.app } }
    Component { id: unlock; UnlockPage { viewModel: window.app.unlock; app: window.app } }
    Component { id: shellView; ShellView { shell: window.app.shell } }

    Loader {
        anchors.fill: parent
        focus: window.app.shown !== App.Open
        sourceComponent: ({ [App.Unlock]: unlock, [App.Join]: join, [App.FirstRun]: firstRun })[window.app.shown] ?? null
    }
    Loader {
        anchors.fill: parent
        focus: window.app.shown === App.Open
        visible: window.app.shown === App.Open
        // A person's pages go before the person does. The next person's of a practice market come at once.
        active: window.app.stage === App.Open && window.app.shell !== null
        asynchronous: window.app.shown !== App.Open
        sourceComponent: shellView
        onLoaded: window.app.arrived()
    }
}
