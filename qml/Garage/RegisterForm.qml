// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// VIN and odometer. The VIN is read letter by letter; a likely misreading is offered, never applied by itself.
Card {
    id: form

    required property RegisterViewModel registration
    signal cancelled()

    padding: Theme.cardPaddingMoney
    spacing: Theme.space24

    ColumnLayout {
        spacing: Theme.space8
        Layout.fillWidth: true
        TextField {
            id: vin
            label: qsTr("Vehicle identification number (VIN), 17 characters")
            size: "entry"
            mono: true
            focus: true
            trailing: form.registration.trailing
            text: form.registration.vin
            errorCause: form.registration.vinError.cause
            errorMoney: form.registration.vinError.money
            errorTodo: form.registration.vinError.next
            fixText: form.registration.fixText
            fixNote: qsTr("only if the car says so")
            inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
            onTextChanged: form.registration.vin = text
            onFixRequested: form.registration.applyFix()
            Layout.fillWidth: true
        }
        VinBoxes { vin: form.registration.read; suspect: form.registration.vinError.present ? form.registration.suspect : 0; checkFails: form.registration.checkFails; Layout.fillWidth: true }
    }
    TextField {
        label: qsTr("Odometer today")
        unit: form.registration.unit
        numeric: true
        placeholderText: qsTr("as on the dashboard")
        text: form.registration.odometer
        help: form.registration.odometerError !== "" ? form.registration.odometerError : [qsTr("The first reading in the car’s history. Cannot be lowered later."), form.registration.odometerNote].filter(w => w !== "").join(" ")
        onTextChanged: form.registration.odometer = text
        Layout.fillWidth: true
        Layout.maximumWidth: 40 * Theme.grid
    }
    ErrorBlock { cause: form.registration.sendError.cause; money: form.registration.sendError.money; todo: form.registration.sendError.next; Layout.fillWidth: true }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Button { text: qsTr("Cancel"); onClicked: form.cancelled() }
        Label {
            text: form.registration.busy ? form.registration.doing : form.registration.waitsFor
            type: Theme.caption
            color: Theme.text2
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignRight
            Layout.fillWidth: true
        }
        Button {
            text: qsTr("Continue in the signer")
            kind: "primary"
            busy: form.registration.busy || form.registration.asking
            disabledReason: form.registration.waitsFor
            onClicked: form.registration.submit()
        }
    }
}
