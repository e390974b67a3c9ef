// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Ways to settle, side by side: who gets what, who signed, what the button does.
Card {
    id: card

    required property DealViewModel deal
    readonly property real labelWidth: 13 * Theme.grid
    property real tallest: 0
    readonly property real columnWidth: Math.max(22 * Theme.grid, (width - labelWidth - 2 * Theme.hairline) / Math.max(1, columns.count))

    title: qsTr("Ways to settle")
    flush: true
    spacing: 0

    WarningBanners {
        deal: card.deal
        Layout.margins: Theme.space12
        Layout.fillWidth: true
    }
    Flickable {
        id: flick
        Layout.fillWidth: true
        implicitHeight: table.height
        contentWidth: table.width
        contentHeight: table.height
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width
        clip: interactive

        Row {
            id: table
            Column {
                width: card.labelWidth
                Repeater {
                    model: ["", qsTr("%1 gets").arg(card.deal.buyerName), qsTr("%1 gets").arg(card.deal.sellerName), qsTr("%1 gets").arg(card.deal.appraiserName), qsTr("Signed by")]
                    delegate: Item {
                        id: head
                        required property int index
                        required property string modelData
                        width: card.labelWidth
                        height: index === 0 ? Theme.controlLarge + Theme.space12 : index === 4 ? 2 * Theme.body.lineHeight + Theme.space16 : Theme.rowNormal - Theme.space4
                        Label {
                            x: Theme.space16
                            width: parent.width - 2 * x
                            elide: Text.ElideRight
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
                Label {
                    text: qsTr("One Safe transaction each. Two signatures make it final.")
                    type: Theme.caption
                    color: Theme.text3
                    wrapMode: Text.Wrap
                    leftPadding: Theme.space16
                    rightPadding: Theme.space16
                    topPadding: Theme.space16
                    bottomPadding: Theme.space16
                    width: card.labelWidth
                }
            }
            Repeater {
                id: columns
                model: card.deal.ways
                delegate: WayColumn {
                    deal: card.deal
                    width: card.columnWidth
                    height: card.tallest
                    onImplicitHeightChanged: card.tallest = Math.max(card.tallest, implicitHeight)
                    Component.onCompleted: card.tallest = Math.max(card.tallest, implicitHeight)
                }
            }
        }
    }
    Divider {
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.space12
        Layout.fillWidth: true
        Layout.margins: Theme.space12
        Button {
            text: qsTr("Other split…")
            icon: "split"
            disabledReason: card.deal.splitReason
            onClicked: split.open()
        }
        Repeater {
            model: card.deal.moves
            delegate: Row {
                id: move
                required property string key
                required property string button
                required property string sentence
                required property string reason
                required property bool held
                required property bool main
                visible: !held
                spacing: Theme.space12
                Button {
                    text: move.button
                    busy: card.deal.busy
                    disabledReason: move.reason
                    onClicked: card.deal.move(move.key)
                }
                Label {
                    text: move.reason !== "" ? move.reason : move.sentence
                    type: Theme.caption
                    color: Theme.text2
                    wrapMode: Text.Wrap
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, 46 * Theme.grid)
                }
            }
        }
    }
    SplitDialog {
        id: split
        deal: card.deal
    }
}
