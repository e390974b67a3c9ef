// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Registering as an appraiser: public name, where and in which languages, fee, stake.
Card {
    id: card

    required property RegistrationViewModel registration

    title: qsTr("Register as an appraiser")
    padding: Theme.cardPaddingMoney
    spacing: Theme.space16

    Label { text: qsTr("You put in a stake, take seats in deals, and rule when two people cannot agree. Silence costs %1 AUC of it.").arg(card.registration.penalty); type: Theme.bodyLarge; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    TextField { label: qsTr("Public name"); text: card.registration.name; onTextChanged: if (text !== card.registration.name) card.registration.name = text; Layout.fillWidth: true }
    TextField { label: qsTr("Regions"); labelNote: qsTr("separated by commas"); text: card.registration.regions; onTextChanged: if (text !== card.registration.regions) card.registration.regions = text; Layout.fillWidth: true }
    TextField { label: qsTr("Languages"); labelNote: qsTr("such as en, fr"); text: card.registration.languages; onTextChanged: if (text !== card.registration.languages) card.registration.languages = text; Layout.fillWidth: true }
    TextField { label: qsTr("Fee for a ruling"); unit: qsTr("AUC"); numeric: true; text: card.registration.rulingFee; onTextChanged: if (text !== card.registration.rulingFee) card.registration.rulingFee = text; Layout.fillWidth: true }
    TextField {
        label: qsTr("Stake")
        unit: qsTr("AUC")
        numeric: true
        text: card.registration.stake
        help: qsTr("At least %1 AUC for one seat. You have %2 AUC.").arg(card.registration.leastStake).arg(card.registration.balance)
        errorCause: card.registration.problem.cause
        errorMoney: card.registration.problem.money
        errorTodo: card.registration.problem.next
        onTextChanged: if (text !== card.registration.stake) card.registration.stake = text
        Layout.fillWidth: true
    }
    ErrorBlock { cause: card.registration.sendError.cause; money: card.registration.sendError.money; todo: card.registration.sendError.next; Layout.fillWidth: true }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Label { text: card.registration.busy ? card.registration.doing : card.registration.waitsFor; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Button { text: qsTr("Continue in the signer"); kind: "primary"; busy: card.registration.busy; disabledReason: card.registration.waitsFor; onClicked: card.registration.submit() }
    }
}
