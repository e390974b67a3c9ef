// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Beside the offer: the car, when things happen and what if not, what it costs.
ColumnLayout {
    id: side

    required property OfferViewModel offer

    spacing: Theme.cardGap

    Card {
        Layout.fillWidth: true
        flush: true
        CarDrawing {
            body: side.offer.body
            paint: side.offer.paint
            Layout.fillWidth: true
            Layout.preferredHeight: 16 * Theme.grid
        }
        ColumnLayout {
            spacing: Theme.space4
            Layout.fillWidth: true
            Layout.margins: Theme.space16
            Layout.topMargin: Theme.space4
            Label {
                text: side.offer.car
                type: Theme.cardTitle
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Label {
                text: side.offer.vin
                type: Theme.mono
                color: Theme.text2
            }
            Label {
                text: qsTr("Seller: %1").arg(side.offer.seller)
                color: Theme.text2
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            AddressText {
                address: side.offer.sellerAddress
            }
        }
    }
    Card {
        title: qsTr("By when, and what if not")
        Layout.fillWidth: true
        flush: true
        spacing: 0
        Rows {
            model: side.offer.deadlines
            delegate: ColumnLayout {
                id: entry
                required property var modelData
                required property int index
                spacing: 0
                width: parent ? parent.width : 0
                Divider {
                    visible: entry.index > 0
                    Layout.fillWidth: true
                }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true
                    Layout.margins: Theme.space12
                    Layout.leftMargin: Theme.space16
                    Layout.rightMargin: Theme.space16
                    RowLayout {
                        Layout.fillWidth: true
                        Label {
                            text: entry.modelData.what
                            type: Theme.label
                            wrapMode: Text.Wrap
                            Layout.fillWidth: true
                        }
                        Label {
                            text: entry.modelData.when
                            type: Theme.caption
                            color: Theme.text2
                        }
                    }
                    Label {
                        text: qsTr("If not: %1").arg(entry.modelData.otherwise)
                        type: Theme.caption
                        color: Theme.text3
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
    Card {
        title: qsTr("What it costs")
        Layout.fillWidth: true
        KeyValue {
            key: qsTr("Appraiser, only if he rules")
            value: qsTr("%1 AUC, out of the price").arg(side.offer.fee)
            Layout.fillWidth: true
        }
        KeyValue {
            visible: side.offer.afterwards !== ""
            key: qsTr("Yours after paying")
            value: qsTr("%1 AUC").arg(side.offer.afterwards)
            strong: true
            level: side.offer.level
            Layout.fillWidth: true
        }
        Label {
            text: qsTr("The offer itself costs the network fee. Money moves only when you put it into the Safe.")
            type: Theme.caption
            color: Theme.text3
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
    }
}
