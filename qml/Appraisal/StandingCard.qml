// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Stake and record of an appraiser.
Card {
    id: card

    required property AppraisalsViewModel appraisals

    title: qsTr("Your stake")

    Money { amount: card.appraisals.stake; unit: qsTr("AUC"); size: "lg"; level: card.appraisals.level; about: qsTr("Your stake"); block: card.appraisals.block }
    KeyValue { key: qsTr("Bound in seats"); value: qsTr("%1 AUC").arg(card.appraisals.locked); Layout.fillWidth: true }
    KeyValue { key: qsTr("Free"); value: qsTr("%1 AUC").arg(card.appraisals.free); strong: true; Layout.fillWidth: true }
    Divider { Layout.fillWidth: true }
    KeyValue { key: qsTr("Your fee for a ruling"); value: qsTr("%1 AUC").arg(card.appraisals.fee); Layout.fillWidth: true }
    KeyValue { key: qsTr("So far"); value: card.appraisals.record; Layout.fillWidth: true }
    Label { text: qsTr("Staying silent past a deadline costs %1 AUC of it.").arg(card.appraisals.penalty); type: Theme.caption; color: Theme.text3; wrapMode: Text.Wrap; Layout.fillWidth: true }
}
