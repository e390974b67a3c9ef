// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The appraiser's ruling: two ways the terms allow, written reasons, and what has to be ticked before.
Card {
    id: card

    required property DealViewModel deal
    readonly property string whyNot: !(noTie.checked && read.checked && heard.checked) ? qsTr("Tick the three points below first.") : reasons.text.trim().length < deal.leastReasons ? qsTr("Write the reasons first, at least %1 characters.").arg(deal.leastReasons) : ""

    title: qsTr("Your ruling")
    caption: qsTr("Terms: %1 AUC, the fee to you, title to the side that keeps the car").arg(deal.price)
    flush: true
    spacing: 0

    Item { // asks for no width: the cells take what they are given
        implicitHeight: sides.implicitHeight
        Layout.fillWidth: true
        Row {
            id: sides
            readonly property real labelWidth: 13 * Theme.grid
            width: parent.width
            Column {
                width: sides.labelWidth
                Repeater {
                    model: ["", qsTr("%1 gets").arg(card.deal.buyerName), qsTr("%1 gets").arg(card.deal.sellerName), qsTr("You get")]
                    delegate: Item {
                        id: head
                        required property int index
                        required property string modelData
                        width: sides.labelWidth
                        height: index === 0 ? Theme.controlLarge + Theme.space12 : Theme.rowNormal - Theme.space4
                        Label {
                            x: Theme.space16
                            anchors.verticalCenter: parent.verticalCenter
                            text: head.modelData
                            color: Theme.text2
                        }
                        Divider {
                            width: parent.width
                            anchors.bottom: parent.bottom
                        }
                    }
                }
            }
            Repeater {
                id: columns
                model: card.deal.rulings
                delegate: RulingColumn {
                    deal: card.deal
                    whyNot: card.whyNot
                    width: (card.width - 2 * Theme.hairline - sides.labelWidth) / Math.max(1, columns.count)
                    onChosen: card.deal.rule(modelData.forBuyer, reasons.text)
                }
            }
        }
    }
    Divider {
        Layout.fillWidth: true
    }
    ColumnLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        Layout.margins: Theme.space16
        TextArea {
            id: reasons
            label: qsTr("Written reasons, public with the ruling")
            counter: qsTr("%L1 characters, at least %L2").arg(text.trim().length).arg(card.deal.leastReasons)
            Layout.fillWidth: true
        }
        Label {
            visible: card.whyNot !== ""
            text: card.whyNot
            type: Theme.caption
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.space24
            Layout.fillWidth: true
            CheckBox {
                id: noTie
                text: qsTr("I have no tie to either side")
            }
            CheckBox {
                id: read
                text: qsTr("I read all the evidence")
            }
            CheckBox {
                id: heard
                text: qsTr("Both sides have been heard")
            }
        }
        Label {
            text: qsTr("Once signed it cannot be taken back; your name and reasons stay public.")
            type: Theme.caption
            color: Theme.text3
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
    }
}
