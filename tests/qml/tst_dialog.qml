// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import AutoChain.Theme
import AutoChain.Controls

Item {
    id: page
    width: 800
    height: 600

    Dialog {
        id: dialog
        title: "End the listing of the Golf SportWagen?"
        text: "You keep the title."
        harmlessText: "Keep it listed"
        actionText: "End listing"
    }
    Toast { id: toast }
    SignalSpy { id: acted; target: dialog; signalName: "acted" }
    SignalSpy { id: rejected; target: dialog; signalName: "rejected" }

    TestCase {
        name: "Dialog"
        when: windowShown

        function init() {
            dialog.open()
            tryCompare(dialog, "opened", true)
            acted.clear()
            rejected.clear()
        }
        function cleanup() {
            dialog.close()
            tryCompare(dialog, "visible", false)
        }

        function test_theHarmlessButtonHasTheFocus() {
            const harmless = findChild(dialog.contentItem, "dialogHarmless")
            verify(harmless.activeFocus)
            verify(harmless.visualFocus)
            keyClick(Qt.Key_Return)
            compare(rejected.count, 1)
            compare(acted.count, 0)
        }
        function test_escapeIsHarmless() {
            keyClick(Qt.Key_Escape)
            tryCompare(dialog, "visible", false)
            compare(acted.count, 0)
            compare(rejected.count, 1)
        }
        function test_theActionActs() {
            mouseClick(findChild(dialog.contentItem, "dialogAction"))
            compare(acted.count, 1)
            compare(rejected.count, 0)
        }
        function test_theActionCanBeOffWithAReason() {
            dialog.actionReason = "An offer is being signed"
            mouseClick(findChild(dialog.contentItem, "dialogAction"))
            compare(acted.count, 0)
            verify(dialog.visible)
            dialog.actionReason = ""
        }
        function test_toastShowsAndCloses() {
            toast.show("Price lowered", "Undo")
            verify(toast.open)
            compare(toast.Accessible.name, "Price lowered")
            toast.close()
            compare(toast.open, false)
        }
    }
}
