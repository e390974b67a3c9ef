// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What happened in this deal, as it stands on the chain.
Card {
    id: card

    required property DealViewModel deal

    title: qsTr("What happened")
    flush: true
    spacing: 0

    Column {
        Layout.fillWidth: true
        Repeater {
            model: card.deal.log
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
                RowLayout {
                    spacing: Theme.space8
                    Layout.fillWidth: true
                    Layout.margins: Theme.space12
                    Layout.leftMargin: Theme.space16
                    Layout.rightMargin: Theme.space16
                    Icon {
                        name: entry.modelData.icon
                        size: Theme.icon14
                        Layout.alignment: Qt.AlignTop
                        Layout.topMargin: Theme.space2
                    }
                    ColumnLayout {
                        spacing: 0
                        Layout.fillWidth: true
                        Label {
                            text: entry.modelData.text
                            wrapMode: Text.Wrap
                            Layout.fillWidth: true
                        }
                        Label {
                            visible: text !== ""
                            text: entry.modelData.when
                            type: Theme.caption
                            color: Theme.text3
                        }
                    }
                    ProvenanceMark {
                        level: entry.modelData.level
                        about: [entry.modelData.text, entry.modelData.when].join(", ")
                        Layout.alignment: Qt.AlignTop
                        Layout.topMargin: Theme.space4
                    }
                }
            }
        }
    }
    Item {
        Layout.fillHeight: true
    }
}
