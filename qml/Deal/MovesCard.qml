// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The next step before the handover: what the button does stands under it. What moves money or title is held.
Card {
    id: card

    required property DealViewModel deal

    title: qsTr("Next step")
    padding: Theme.cardPaddingMoney
    spacing: Theme.space16

    WarningBanners {
        deal: card.deal
        Layout.fillWidth: true
    }
    Column {
        spacing: Theme.space16
        Layout.fillWidth: true
        Repeater {
            id: steps
            model: card.deal.moves
            delegate: Column {
                id: move
                required property string key
                required property string button
                required property string sentence
                required property string reason
                required property string typedPhrase
                required property bool held
                required property bool main
                required property bool danger
                spacing: Theme.space8
                width: parent ? parent.width : 0
                HoldButton {
                    visible: move.held
                    size: "large"
                    text: move.button
                    typedPhrase: move.typedPhrase
                    disabledReason: card.deal.busy ? qsTr("Another step is under way.") : move.reason
                    onConfirmed: card.deal.move(move.key)
                }
                Button {
                    visible: !move.held
                    size: move.main ? "large" : "normal"
                    kind: move.main ? "primary" : move.danger ? "danger" : "normal"
                    text: move.button
                    busy: card.deal.busy
                    disabledReason: move.reason
                    onClicked: card.deal.move(move.key)
                }
                Label {
                    text: move.reason !== "" ? move.reason : move.sentence
                    color: Theme.text2
                    wrapMode: Text.Wrap
                    width: Math.min(parent.width, Theme.readingWidth)
                }
            }
        }
    }
    Label {
        visible: steps.count === 0
        text: qsTr("Nothing to do for you here now. When it is your turn, Home and the number beside Deals say so.")
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
