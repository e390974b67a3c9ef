// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import AutoChain.Theme
import AutoChain.Controls

Item {
    width: 640
    height: 480

    Column {
        width: parent.width
        TextField { id: field; width: 400; label: "To whom"; fixText: "Use it"; focus: true }
        SearchField { id: search; width: 200; placeholderText: "Name" }
        ComboBox { id: combo; model: ["one", "two", "three"] }
        CheckBox { id: box; text: "Both sides have been heard" }
    }
    SignalSpy { id: fixed; target: field; signalName: "fixRequested" }

    TestCase {
        name: "Fields"
        when: windowShown

        function init() {
            field.text = ""
            field.errorCause = ""
            field.errorMoney = ""
            field.errorTodo = ""
            field.disabledReason = ""
            combo.disabledReason = ""
            combo.currentIndex = 0
            box.disabledReason = ""
            box.checked = false
        }

        function test_errorKeepsTheText() {
            field.forceActiveFocus(Qt.TabFocusReason)
            for (const key of "abc")
                keyClick(key)
            compare(field.text, "abc")
            const before = field.implicitHeight
            field.errorCause = "The capital letters of this address do not fit."
            field.errorMoney = "Nothing was sent."
            field.errorTodo = "Copy it again."
            compare(field.text, "abc")
            verify(field.input.activeFocus)
            tryVerify(() => field.implicitHeight > before)
            const said = field.input.Accessible.description
            for (const part of [field.errorCause, field.errorMoney, field.errorTodo])
                verify(said.includes(part))
            field.errorCause = ""
            compare(field.text, "abc")
        }
        function test_labelIsTheAccessibleName() {
            compare(field.input.Accessible.name, "To whom")
        }
        function test_disabledWithReasonCanNotBeTyped() {
            field.text = "10,000"
            field.disabledReason = "set by the terms"
            field.forceActiveFocus(Qt.TabFocusReason)
            verify(field.input.activeFocus)
            keyClick("9")
            compare(field.text, "10,000")
            verify(field.input.Accessible.description.includes("set by the terms"))
        }
        function test_escapeEmptiesTheSearch() {
            search.text = "golf"
            search.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Escape)
            compare(search.text, "")
        }
        function test_comboBoxOffStaysAsItIs() {
            combo.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Down)
            compare(combo.currentIndex, 1)
            combo.disabledReason = "fixed by the terms"
            keyClick(Qt.Key_Down)
            mouseClick(combo)
            compare(combo.currentIndex, 1)
            compare(combo.popup.opened, false)
        }
        function test_checkBoxOffStaysAsItIs() {
            box.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            compare(box.checked, true)
            box.disabledReason = "a ruling is open"
            keyClick(Qt.Key_Space)
            mouseClick(box)
            compare(box.checked, true)
        }
    }
}
