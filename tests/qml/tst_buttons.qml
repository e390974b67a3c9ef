// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import AutoChain.Theme
import AutoChain.Controls

Item {
    width: 480
    height: 320

    Column {
        Button { id: button; text: "Send…" }
        IconButton { id: cross; text: "Remove filter: 2016 or newer"; icon: "x" }
        SegmentedControl { id: choice; options: ["Day", "Week", "Year"] }
    }
    SignalSpy { id: clicked; target: button; signalName: "clicked" }
    SignalSpy { id: chosen; target: choice; signalName: "activated" }

    TestCase {
        name: "Buttons"
        when: windowShown

        function init() {
            button.disabledReason = ""
            button.busy = false
            button.text = "Send…"
            choice.currentIndex = 0
            clicked.clear()
            chosen.clear()
        }

        function test_pointerKeysAndAssistivePress() {
            mouseClick(button)
            compare(clicked.count, 1)
            button.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            compare(clicked.count, 2)
            keyClick(Qt.Key_Return)
            compare(clicked.count, 3)
            button.Accessible.pressAction()
            compare(clicked.count, 4)
        }
        function test_disabledWithReasonIsReadableAndSilent() {
            button.disabledReason = "Possible from Fri 27 Nov"
            verify(button.enabled)
            verify(button.activeFocusOnTab)
            compare(button.Accessible.name, "Send…")
            verify(button.Accessible.description.includes("Possible from Fri 27 Nov"))
            mouseClick(button)
            button.forceActiveFocus(Qt.TabFocusReason)
            verify(button.activeFocus)
            keyClick(Qt.Key_Space)
            keyClick(Qt.Key_Return)
            button.Accessible.pressAction()
            compare(clicked.count, 0)
        }
        function test_busyIsSilent() {
            button.busy = true
            mouseClick(button)
            compare(clicked.count, 0)
        }
        function test_longWordsWrapWhenHeldNarrow() {
            button.text = "Einladung an alle Beteiligten senden und warten"
            const one = button.implicitHeight
            button.width = 140
            tryVerify(() => button.implicitHeight > one)
        }
        function test_iconButtonHasItsName() {
            compare(cross.Accessible.name, "Remove filter: 2016 or newer")
            compare(cross.Accessible.role, Accessible.Button)
        }
        function test_segmentsByKeyboard() {
            choice.focus = false
            choice.forceActiveFocus(Qt.TabFocusReason)
            verify(choice.visualFocus)
            keyClick(Qt.Key_Right)
            compare(choice.currentIndex, 1)
            keyClick(Qt.Key_End)
            compare(choice.currentIndex, 2)
            keyClick(Qt.Key_Right)
            compare(choice.currentIndex, 2)
            keyClick(Qt.Key_Home)
            keyClick(Qt.Key_Left)
            compare(choice.currentIndex, 0)
            compare(chosen.count, 3)
        }
        function test_segmentByPointer() {
            mouseClick(choice, choice.width - 8, choice.height / 2)
            compare(choice.currentIndex, 2)
            compare(chosen.count, 1)
        }
        function test_focusRingOnlyForTheKeyboard() {
            mouseClick(button)
            verify(button.activeFocus)
            verify(!button.visualFocus)
            button.focus = false
            button.forceActiveFocus(Qt.TabFocusReason)
            verify(button.visualFocus)
        }
    }
}
