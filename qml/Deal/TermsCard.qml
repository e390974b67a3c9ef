// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The terms as both signed them. Nothing here can be changed; another price is another deal.
Card {
    id: card

    required property DealViewModel deal

    title: qsTr("Terms as both signed")

    headItems: Repeater {
        model: card.deal.signers
        delegate: Row {
            id: signer
            required property string modelData
            spacing: Theme.space4
            Icon {
                name: "pen-line"
                size: Theme.icon14
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                text: signer.modelData
                type: Theme.caption
                color: Theme.text2
                anchors.verticalCenter: parent.verticalCenter
            }
            ProvenanceMark {
                level: card.deal.level
                about: qsTr("Signature of %1").arg(signer.modelData)
                block: card.deal.block
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    Item { // asks for no width: the cells take what they are given
        implicitHeight: grid.implicitHeight
        Layout.fillWidth: true
        Grid {
            id: grid
            // Of the card, not of the grid, whose width follows its cells.
            readonly property real cellWidth: Math.max(0, Math.floor((card.width - 2 * card.padding - (columns - 1) * columnSpacing) / columns))
            columns: card.width > 56 * Theme.grid ? 3 : card.width > 34 * Theme.grid ? 2 : 1
            rowSpacing: Theme.space12
            columnSpacing: Theme.space16
            width: parent.width
            Repeater {
                model: card.deal.terms
                delegate: ColumnLayout {
                    id: entry
                    required property var modelData
                    spacing: 0
                    width: grid.cellWidth
                    Accessible.role: Accessible.Grouping
                    Accessible.name: qsTr("%1: %2 %3").arg(modelData.key).arg(modelData.value).arg(modelData.unit)
                    Label {
                        text: entry.modelData.key
                        type: Theme.caption
                        color: Theme.text3
                        Layout.fillWidth: true
                        wrapMode: Text.Wrap
                    }
                    Money {
                        visible: entry.modelData.unit !== ""
                        amount: entry.modelData.value
                        unit: entry.modelData.unit
                    }
                    Label {
                        visible: entry.modelData.unit === ""
                        text: entry.modelData.value
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
}
