// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What the Safe holds as read, not as told: the money and the title.
Card {
    id: card

    required property DealViewModel deal

    title: qsTr("In the Safe now")
    caption: qsTr("2 of 3 must sign")
    flush: true
    headLine: false

    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Layout.margins: Theme.space16
        Layout.topMargin: 0
        Icon {
            name: "coins"
            size: Theme.icon18
            color: card.deal.holds.hasMoney ? Theme.text2 : Theme.text3
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Money {
                visible: card.deal.holds.hasMoney ?? false
                amount: card.deal.holds.money ?? ""
                unit: qsTr("AUC")
                size: "md"
                level: card.deal.level
                about: qsTr("Money in the Safe")
                block: card.deal.block
            }
            Label {
                visible: !(card.deal.holds.hasMoney ?? false)
                text: qsTr("0 AUC")
                type: Theme.heading
                color: Theme.text3
            }
            Label {
                text: card.deal.holds.moneyOwner ?? ""
                type: Theme.caption
                color: Theme.text3
            }
        }
    }
    Divider {
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Layout.margins: Theme.space16
        Layout.topMargin: Theme.space4
        Icon {
            name: "scroll-text"
            size: Theme.icon18
            color: card.deal.holds.hasTitle ? Theme.text2 : Theme.text3
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            RowLayout {
                spacing: Theme.markGap
                Label {
                    text: card.deal.holds.title ?? ""
                    type: Theme.strong
                    color: card.deal.holds.hasTitle ? Theme.text : Theme.text3
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.ceil(implicitWidth) + Theme.hairline
                }
                ProvenanceMark {
                    level: card.deal.level
                    about: qsTr("Title in the Safe")
                    block: card.deal.block
                }
            }
            Label {
                text: card.deal.holds.titleOwner ?? ""
                type: Theme.caption
                color: Theme.text3
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
    }
}
