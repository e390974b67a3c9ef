// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Which car, who buys from whom, the Safe, who is on call.
PageHead {
    id: head

    required property DealViewModel deal

    title: deal.title
    tag: deal.tag
    captionItems: [
        LinkButton {
            visible: head.deal.vin !== ""
            text: head.deal.vin
            type: Theme.mono
            color: Theme.text2
            accessibleName: qsTr("Open the car %1").arg(head.deal.vin)
            onClicked: head.deal.openCar()
        },
        Label {
            visible: head.deal.safe !== ""
            text: "·"
            color: Theme.text3
            Accessible.ignored: true
        },
        Label {
            visible: head.deal.safe !== ""
            text: qsTr("Safe")
            color: Theme.text2
        },
        AddressText {
            visible: head.deal.safe !== ""
            address: head.deal.safe
        },
        ProvenanceMark {
            visible: head.deal.safe !== ""
            level: head.deal.level
            about: qsTr("The Safe")
            block: head.deal.block
            y: Theme.space4
        },
        Label {
            text: "·"
            color: Theme.text3
            Accessible.ignored: true
        },
        Label {
            text: head.deal.appraiserLine
            color: Theme.text2
        }
    ]
}
