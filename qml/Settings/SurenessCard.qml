// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// How many blocks must lie on something before it is called Proven, and when nothing is fresh any more.
Card {
    id: card

    required property SurenessViewModel sureness

    title: qsTr("How sure before you see “Proven”")
    flush: true
    spacing: 0

    component Choice: RowLayout {
        id: choice
        property string name
        property string meaning
        property alias options: box.model
        property alias index: box.currentIndex
        signal chosen(int index)

        spacing: Theme.space12
        Layout.fillWidth: true
        Layout.margins: Theme.space12
        Layout.leftMargin: Theme.space16
        Layout.rightMargin: Theme.space16
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Label { text: choice.name; type: Theme.label; wrapMode: Text.Wrap; Layout.fillWidth: true }
            Label { visible: text !== ""; text: choice.meaning; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        }
        ComboBox { id: box; accessibleName: choice.name; size: "compact"; Layout.preferredWidth: Theme.scaled(128); onActivated: index => choice.chosen(index) }
    }

    Choice {
        name: qsTr("Amounts of money")
        meaning: card.sureness.amountTime
        options: card.sureness.amountChoices
        index: card.sureness.amountIndex
        onChosen: index => card.sureness.chooseAmount(index)
    }
    Divider { Layout.fillWidth: true }
    Choice {
        name: qsTr("Deals and titles")
        meaning: card.sureness.dealTime
        options: card.sureness.dealChoices
        index: card.sureness.dealIndex
        onChosen: index => card.sureness.chooseDeal(index)
    }
    Divider { Layout.fillWidth: true }
    Choice {
        name: qsTr("Mark as Stale after")
        meaning: qsTr("no new verified block for this long")
        options: card.sureness.staleChoices
        index: card.sureness.staleIndex
        onChosen: index => card.sureness.chooseStale(index)
    }
    Banner { visible: text !== ""; kind: "problem"; text: card.sureness.problem; Layout.fillWidth: true; Layout.margins: Theme.space16 }
    Item { Layout.fillHeight: true }
}
