// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import AutoChain.Theme
import AutoChain.Controls

Item {
    width: 480
    height: 320

    HoldButton {
        id: hold
        width: 240
        text: "Hold to release"
        typedPhrase: "200,000"
    }
    SignalSpy { id: confirmed; target: hold; signalName: "confirmed" }

    TestCase {
        name: "HoldButton"
        when: windowShown

        function init() {
            Theme.noHolding = false
            hold.disabledReason = ""
            confirmed.clear()
            hold.forceActiveFocus(Qt.TabFocusReason)
        }
        function cleanup() {
            mouseRelease(hold, 20, 10)
            keyRelease(Qt.Key_Space)
            const cancel = findChild(hold, "typedCancel")
            if (hold.typing)
                cancel.click()
        }

        function test_holdingThePointerConfirmsOnce() {
            mousePress(hold, 20, 10)
            wait(Theme.holdTime / 2)
            verify(hold.progress > 0.2 && hold.progress < 0.9)
            compare(confirmed.count, 0)
            tryCompare(confirmed, "count", 1, Theme.holdTime)
            wait(100)
            compare(confirmed.count, 1)
            compare(hold.progress, 0)
        }
        function test_lettingGoCancels() {
            mousePress(hold, 20, 10)
            wait(Theme.holdTime * 0.6)
            mouseRelease(hold, 20, 10)
            compare(hold.progress, 0)
            wait(Theme.holdTime)
            compare(confirmed.count, 0)
        }
        function test_slidingOffCancels() {
            mousePress(hold, 20, 10)
            wait(200)
            mouseMove(hold, 20, 300)
            tryCompare(hold, "holding", false)
            wait(Theme.holdTime)
            compare(confirmed.count, 0)
        }
        function test_spaceHeldConfirms() {
            keyPress(Qt.Key_Space)
            tryCompare(confirmed, "count", 1, Theme.holdTime * 2)
        }
        function test_spaceReleasedCancels() {
            keyPress(Qt.Key_Space)
            wait(300)
            keyRelease(Qt.Key_Space)
            wait(Theme.holdTime)
            compare(confirmed.count, 0)
        }
        function test_enterDoesNothing() {
            keyPress(Qt.Key_Return)
            wait(Theme.holdTime + 200)
            keyRelease(Qt.Key_Return)
            keyClick(Qt.Key_Enter)
            compare(confirmed.count, 0)
            compare(hold.holding, false)
        }
        function test_losingTheFocusCancels() {
            keyPress(Qt.Key_Space)
            wait(200)
            hold.focus = false
            wait(Theme.holdTime)
            compare(confirmed.count, 0)
        }
        function test_disabledHoldsNothing() {
            hold.disabledReason = "Bob must sign first"
            mousePress(hold, 20, 10)
            wait(Theme.holdTime + 200)
            compare(confirmed.count, 0)
            verify(hold.Accessible.description.includes("Bob must sign first"))
            hold.askToType()
            compare(hold.typing, false)
        }
        function test_typedAlternative() {
            hold.Accessible.pressAction()
            compare(hold.typing, true)
            const entry = findChild(hold, "typedEntry")
            const confirm = findChild(hold, "typedConfirm")
            verify(entry.input.activeFocus)
            entry.text = "20,000"
            confirm.click()
            compare(confirmed.count, 0)
            entry.text = "200,000"
            entry.input.accepted()
            compare(confirmed.count, 0)
            confirm.click()
            compare(confirmed.count, 1)
            compare(hold.typing, false)
        }
        function test_typedAlternativeWantsButtonNotEnter() {
            hold.askToType()
            const confirm = findChild(hold, "typedConfirm")
            findChild(hold, "typedEntry").text = "200,000"
            confirm.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            compare(confirmed.count, 0)
            keyClick(Qt.Key_Space)
            compare(confirmed.count, 1)
        }
        function test_noHoldingAsksToType() {
            Theme.noHolding = true
            keyPress(Qt.Key_Space)
            compare(hold.typing, true)
            compare(hold.holding, false)
            keyRelease(Qt.Key_Space)
            compare(confirmed.count, 0)
        }
    }
}
