// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// One way to settle as a column; the rows lie at the same heights in every column.
Rectangle {
    id: way

    required property DealViewModel deal
    required property string key
    required property string title
    required property string subtitle
    required property string buyerMoney
    required property bool buyerTitle
    required property string sellerMoney
    required property bool sellerTitle
    required property string appraiserMoney
    required property var signers
    required property bool mine
    required property string action
    required property string button
    required property string sentence
    required property string reason
    required property string typedPhrase

    color: mine ? Theme.accentTint : Theme.none
    implicitHeight: column.implicitHeight + Theme.space16
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    Divider {
        vertical: true
        height: parent.height
    }
    ColumnLayout {
        id: column
        width: parent.width
        spacing: 0

        Item {
            Layout.fillWidth: true
            implicitHeight: Theme.controlLarge + Theme.space12
            Column {
                x: Theme.space16
                width: parent.width - 2 * x
                anchors.verticalCenter: parent.verticalCenter
                Label {
                    text: way.title
                    type: Theme.cardTitle
                    width: parent.width
                    elide: Text.ElideRight
                }
                Label {
                    text: way.subtitle
                    type: Theme.caption
                    color: Theme.text3
                    width: parent.width
                    elide: Text.ElideRight
                }
            }
            Divider {
                width: parent.width
                anchors.bottom: parent.bottom
            }
        }
        WayCell {
            who: way.deal.buyerName
            title: way.buyerTitle
            money: way.buyerMoney
            Layout.fillWidth: true
        }
        WayCell {
            who: way.deal.sellerName
            title: way.sellerTitle
            titleBack: true
            money: way.sellerMoney
            Layout.fillWidth: true
        }
        WayCell {
            who: way.deal.appraiserName
            money: way.appraiserMoney
            Layout.fillWidth: true
        }
        Item {
            Layout.fillWidth: true
            implicitHeight: 2 * Theme.body.lineHeight + Theme.space16
            Column {
                x: Theme.space16
                anchors.verticalCenter: parent.verticalCenter
                Repeater {
                    model: way.signers
                    delegate: Row {
                        id: signer
                        required property var modelData
                        spacing: Theme.space8
                        Accessible.role: Accessible.StaticText
                        Accessible.name: modelData.signed ? qsTr("signed by %1").arg(modelData.name) : qsTr("not signed by %1").arg(modelData.name)
                        Icon {
                            name: signer.modelData.signed ? "pen-line" : "minus"
                            size: Theme.icon14
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        Label {
                            text: signer.modelData.name
                            Accessible.ignored: true
                        }
                        Label {
                            text: signer.modelData.line
                            type: Theme.caption
                            color: Theme.text3
                            Accessible.ignored: true
                            height: parent.height
                        }
                        ProvenanceMark {
                            visible: signer.modelData.signed
                            level: way.deal.level
                            about: qsTr("%1 signed: %2").arg(signer.modelData.name).arg(way.title)
                            block: way.deal.block
                            anchors.verticalCenter: parent.verticalCenter
                        }
                    }
                }
            }
            Divider {
                width: parent.width
                anchors.bottom: parent.bottom
            }
        }
        ColumnLayout {
            spacing: Theme.space8
            Layout.fillWidth: true
            Layout.margins: Theme.space16
            Layout.bottomMargin: 0
            HoldButton {
                visible: way.action === "execute"
                text: way.button
                typedPhrase: way.typedPhrase
                disabledReason: way.deal.busy ? qsTr("Another step is under way.") : ""
                Layout.fillWidth: true
                onConfirmed: way.deal.settle(way.key)
            }
            Button {
                visible: way.action === "sign" && way.button !== ""
                text: way.button
                busy: way.deal.busy
                disabledReason: way.reason
                Layout.fillWidth: true
                onClicked: way.deal.settle(way.key)
            }
            Label {
                text: way.sentence
                type: Theme.caption
                color: Theme.text2
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
    }
}
