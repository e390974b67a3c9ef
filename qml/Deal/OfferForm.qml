// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What a buyer decides: price, who is on call, by when the car is handed over.
Card {
    id: form

    required property OfferViewModel offer

    padding: Theme.cardPaddingMoney
    spacing: Theme.space24

    TextField {
        label: qsTr("Price you offer")
        size: "large"
        unit: qsTr("AUC")
        numeric: true
        text: form.offer.price
        help: form.offer.asked !== "" ? qsTr("%1 asks %2 AUC. You have %3 AUC.").arg(form.offer.seller).arg(form.offer.asked).arg(form.offer.balance) : qsTr("You have %1 AUC.").arg(form.offer.balance)
        errorCause: form.offer.priceProblem ? form.offer.problem.cause : ""
        errorMoney: form.offer.problem.money
        errorTodo: form.offer.problem.next
        onTextChanged: form.offer.price = text
        Layout.fillWidth: true
    }
    GridLayout {
        columns: form.width > 60 * Theme.grid ? 2 : 1
        columnSpacing: Theme.space16
        rowSpacing: Theme.space16
        Layout.fillWidth: true
        ComboBox {
            label: qsTr("Appraiser, on call for a dispute")
            model: form.offer.appraisers
            textRole: "name"
            currentIndex: form.offer.appraiser
            onActivated: index => form.offer.appraiser = index
            Layout.fillWidth: true
        }
        ComboBox {
            label: qsTr("Substitute, if the appraiser stays silent")
            model: form.offer.appraisers
            textRole: "name"
            currentIndex: form.offer.substitute
            onActivated: index => form.offer.substitute = index
            Layout.fillWidth: true
        }
    }
    ColumnLayout {
        spacing: Theme.space8
        Layout.fillWidth: true
        Label {
            text: qsTr("Handover of the car within")
            type: Theme.label
        }
        SegmentedControl {
            options: [qsTr("9 days"), qsTr("14 days"), qsTr("30 days")]
            currentIndex: form.offer.handoverDays >= 30 ? 2 : form.offer.handoverDays >= 14 ? 1 : 0
            accessibleName: qsTr("Handover of the car within")
            onActivated: index => form.offer.handoverDays = [9, 14, 30][index]
        }
    }
    ErrorBlock {
        visible: form.offer.problem.present && !form.offer.priceProblem
        cause: form.offer.priceProblem ? "" : form.offer.problem.cause
        money: form.offer.problem.money
        todo: form.offer.problem.next
        Layout.fillWidth: true
    }
    ErrorBlock {
        cause: form.offer.actionError.cause
        money: form.offer.actionError.money
        todo: form.offer.actionError.next
        Layout.fillWidth: true
    }
    Divider {
        Layout.fillWidth: true
    }
    Label {
        visible: !form.offer.priceProblem
        text: form.offer.sentence
        type: Theme.lead
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Button {
            text: qsTr("Back")
            size: "large"
            onClicked: form.offer.cancel()
        }
        Item {
            Layout.fillWidth: true
        }
        Button {
            text: qsTr("Continue in the signer")
            kind: "primary"
            size: "large"
            busy: form.offer.busy
            disabledReason: form.offer.ready ? "" : form.offer.problem.present ? form.offer.problem.cause : qsTr("The terms are still being checked.")
            onClicked: form.offer.offer()
        }
    }
    Label {
        text: form.offer.busy ? form.offer.doing : form.offer.ready ? qsTr("Nothing is paid yet. The signer shows the terms again and asks you to hold.") : qsTr("Continue waits for terms that fit.")
        type: Theme.caption
        color: Theme.text3
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignRight
        Layout.fillWidth: true
    }
}
