// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// Price, how long, and what a buyer should know. While the car is listed only the price changes, or the listing ends.
Card {
    id: form

    required property SellViewModel sale
    signal cancelled()

    padding: Theme.cardPaddingMoney
    spacing: Theme.space16

    TextField {
        label: qsTr("Price you ask")
        size: "large"
        unit: qsTr("AUC")
        numeric: true
        text: form.sale.price
        errorCause: form.sale.priceError.cause
        errorMoney: form.sale.priceError.money
        errorTodo: form.sale.priceError.next
        onTextChanged: if (text !== form.sale.price) form.sale.price = text
        Layout.fillWidth: true
    }
    GridLayout {
        visible: !form.sale.listed
        columns: form.width > 60 * Theme.grid ? 2 : 1
        columnSpacing: Theme.space16
        rowSpacing: Theme.space16
        Layout.fillWidth: true
        TextField { label: qsTr("What the car is called"); text: form.sale.title; placeholderText: qsTr("Make, model, trim"); onTextChanged: if (text !== form.sale.title) form.sale.title = text; Layout.fillWidth: true }
        TextField { label: qsTr("Model year"); numeric: true; maximumLength: 4; text: form.sale.year; onTextChanged: if (text !== form.sale.year) form.sale.year = text; Layout.fillWidth: true }
        ComboBox { label: qsTr("Body"); model: form.sale.bodies; currentIndex: form.sale.body; onActivated: index => form.sale.body = index; Layout.fillWidth: true }
        ComboBox { label: qsTr("Colour"); model: form.sale.paints; currentIndex: form.sale.paint; onActivated: index => form.sale.paint = index; Layout.fillWidth: true }
        ComboBox { label: qsTr("Gearbox"); model: form.sale.gearboxes; currentIndex: form.sale.gearbox; onActivated: index => form.sale.gearbox = index; Layout.fillWidth: true }
        TextField { label: qsTr("Town"); text: form.sale.place; onTextChanged: if (text !== form.sale.place) form.sale.place = text; Layout.fillWidth: true }
    }
    AttachmentsField {
        visible: !form.sale.listed
        files: form.sale.photos
        label: qsTr("Photos")
        note: qsTr("The market shows the first one. They are made smaller, and what the camera wrote into them, place and time, is taken out.")
        Layout.fillWidth: true
    }
    TextArea { id: words; visible: !form.sale.listed; label: qsTr("What a buyer should know"); counter: qsTr("%L1 of 4,000").arg(text.length); text: form.sale.description; onTextChanged: if (text !== form.sale.description) form.sale.description = text; Layout.fillWidth: true }
    ColumnLayout {
        visible: !form.sale.listed
        spacing: Theme.space8
        Layout.fillWidth: true
        Label { text: qsTr("Listed for"); type: Theme.label }
        SegmentedControl {
            accessibleName: qsTr("Listed for")
            options: [qsTr("14 days"), qsTr("30 days"), qsTr("90 days")]
            currentIndex: form.sale.days >= 90 ? 2 : form.sale.days >= 30 ? 1 : 0
            onActivated: index => form.sale.days = [14, 30, 90][index]
        }
    }
    ErrorBlock { cause: form.sale.problem.cause; money: form.sale.problem.money; todo: form.sale.problem.next; Layout.fillWidth: true }
    ErrorBlock { cause: form.sale.sendError.cause; money: form.sale.sendError.money; todo: form.sale.sendError.next; Layout.fillWidth: true }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Button { text: qsTr("Cancel"); onClicked: form.cancelled() }
        Button { visible: form.sale.listed; text: qsTr("End the listing"); kind: "danger"; busy: form.sale.busy; onClicked: form.sale.withdraw() }
        Label { text: form.sale.busy ? form.sale.doing : form.sale.waitsFor; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignRight; Layout.fillWidth: true }
        Button {
            text: qsTr("Continue in the signer")
            kind: "primary"
            busy: form.sale.busy
            disabledReason: form.sale.waitsFor
            onClicked: form.sale.listed ? form.sale.changePrice() : form.sale.publish()
        }
    }
}
