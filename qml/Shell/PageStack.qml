// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.App

/// Every page visited stays as it was left: its scroll place, its selection, what is half typed.
FocusScope {
    id: stack

    required property ShellViewModel shell

    /// The page in front is there and has read what it shows.
    readonly property bool ready: front !== null && front.status === Loader.Ready
    property Loader front: null

    Repeater {
        model: stack.shell.navigation
        delegate: Loader {
            id: page

            required property string pageId
            required property string url
            required property var viewModel
            readonly property bool current: stack.shell.navigation.page === pageId

            anchors.fill: parent
            visible: current
            focus: current
            onCurrentChanged: arrive()
            Component.onCompleted: arrive()

            function arrive(): void {
                if (!current)
                    return
                if (status === Loader.Null)
                    setSource(url, { viewModel: viewModel, shell: stack.shell })
                stack.front = page
                forceActiveFocus(Qt.OtherFocusReason)
            }
        }
    }
}
