// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Proposing a split: what the buyer gets of the price, who takes the title. The rest adds up in view.
Dialog {
    id: dialog

    required property DealViewModel deal
    readonly property var preview: deal.previewSplit(amount.text, buyerTakes.checked)

    title: qsTr("Settle with another split?")
    text: qsTr("You sign first and cannot take it back; it lapses when another way is final. Nothing moves until the other side signs.")
    actionText: qsTr("Sign the proposal…")
    actionKind: "normal"
    actionReason: amount.text === "" ? qsTr("Type an amount first.") : (preview.error ?? "") !== "" ? preview.error : ""

    TextField {
        id: amount
        label: qsTr("%1 gets back").arg(dialog.deal.buyerName)
        unit: qsTr("AUC")
        numeric: true
        help: (dialog.preview.error ?? "") === "" && dialog.preview.seller !== undefined ? qsTr("%1 gets %2 AUC. Adds up to %3, 0 left over.").arg(dialog.deal.sellerName).arg(dialog.preview.seller).arg(dialog.deal.price) : qsTr("of %1 AUC").arg(dialog.deal.price)
        Layout.fillWidth: true
    }
    RadioButton {
        id: buyerTakes
        text: qsTr("Title to %1").arg(dialog.deal.buyerName)
        checked: true
    }
    RadioButton {
        text: qsTr("Title back to %1").arg(dialog.deal.sellerName)
    }
    Label {
        visible: text !== ""
        text: dialog.preview.sentence ?? ""
        type: Theme.strong
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    onActed: dialog.deal.proposeSplit(amount.text, buyerTakes.checked)
}
