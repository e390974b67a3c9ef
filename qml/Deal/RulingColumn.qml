// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// One possible ruling: what each gets, as a bar too, and the sentence the button signs.
ColumnLayout {
    id: ruling

    required property DealViewModel deal
    required property var modelData
    property string whyNot
    signal chosen

    spacing: 0
    Accessible.role: Accessible.Grouping
    Accessible.name: modelData.title

    Item {
        Layout.fillWidth: true
        implicitHeight: Theme.controlLarge + Theme.space12
        Column {
            x: Theme.space16
            anchors.verticalCenter: parent.verticalCenter
            Label {
                text: ruling.modelData.title
                type: Theme.cardTitle
            }
            Label {
                text: ruling.modelData.subtitle
                type: Theme.caption
                color: Theme.text3
            }
        }
        Divider {
            width: parent.width
            anchors.bottom: parent.bottom
        }
    }
    WayCell {
        who: ruling.deal.buyerName
        title: ruling.modelData.buyerTitle
        money: ruling.modelData.buyerMoney
        Layout.fillWidth: true
    }
    WayCell {
        who: ruling.deal.sellerName
        title: ruling.modelData.sellerTitle
        titleBack: true
        money: ruling.modelData.sellerMoney
        Layout.fillWidth: true
    }
    WayCell {
        who: qsTr("You")
        money: ruling.modelData.mine
        Layout.fillWidth: true
    }
    ColumnLayout {
        spacing: Theme.space8
        Layout.fillWidth: true
        Layout.margins: Theme.space16
        Button {
            text: ruling.modelData.button
            busy: ruling.deal.busy
            disabledReason: ruling.whyNot
            Layout.fillWidth: true
            onClicked: ruling.chosen()
        }
        Label {
            text: ruling.modelData.sentence
            type: Theme.caption
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
    }
}
