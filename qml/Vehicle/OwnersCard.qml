// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// How long each owner held the title.
Card {
    id: card

    required property VehicleViewModel car
    signal recordChosen(int record)

    title: qsTr("Owners and use")
    caption: car.owners.length > 0 ? qsTr("%n on this chain", "", car.owners.length) : ""

    Item { // asks for no width: the cells take what they are given
        visible: card.car.owners.length > 0
        implicitHeight: bar.implicitHeight
        Layout.fillWidth: true
        Row {
            id: bar
            readonly property real room: card.width - 2 * card.padding - Math.max(0, card.car.owners.length - 1) * spacing
            readonly property real shares: card.car.owners.reduce((sum, o) => sum + Math.max(0.04, o.share), 0)
            visible: card.car.owners.length > 0
            spacing: Theme.space2
            width: parent.width
            Repeater {
                model: card.car.owners
                delegate: Column {
                    id: owner
                    required property var modelData
                    required property int index
                    spacing: Theme.space4
                    width: bar.room * Math.max(0.04, modelData.share) / Math.max(0.04, bar.shares)
                    Rectangle {
                        height: Theme.badgeHeight
                        width: parent.width
                        radius: Theme.radiusMark
                        color: Theme.accentTint
                        Label { anchors.fill: parent; opacity: truncated ? 0 : 1; text: owner.modelData.text; type: Theme.captionStrong; color: Theme.accentText; horizontalAlignment: Text.AlignHCenter; elide: Text.ElideRight; Accessible.name: qsTr("Owner %1, from %2, %3").arg(owner.index + 1).arg(owner.modelData.year).arg(owner.modelData.text) }
                    }
                    Label { opacity: truncated ? 0 : 1; text: owner.modelData.year; type: Theme.caption; color: Theme.text2; elide: Text.ElideRight; width: parent.width; Accessible.ignored: true }
                }
            }
        }
    }
    Label { visible: card.car.owners.length === 0; text: qsTr("No data: earlier owners are not told by this node."); color: Theme.nodata; wrapMode: Text.Wrap; Layout.fillWidth: true }
    Rows {
        spacing: Theme.space6
        model: card.car.uses
        delegate: FactLine {
            required property var modelData
            status: modelData.status
            text: modelData.text
            detail: modelData.detail
            level: modelData.level
            record: modelData.record
            width: parent ? parent.width : 0
            onChosen: record => card.recordChosen(record)
        }
    }
    Divider { Layout.fillWidth: true }
    RowLayout {
        spacing: Theme.space8
        Label { text: card.car.mine ? qsTr("You hold the title") : card.car.ownerName !== "" ? qsTr("Title held by %1").arg(card.car.ownerName) : qsTr("Title held by"); wrapMode: Text.Wrap; Layout.fillWidth: true; Layout.maximumWidth: Math.ceil(implicitWidth) }
        AddressText { address: card.car.owner }
        ProvenanceMark { level: card.car.level; about: qsTr("Who holds the title"); block: card.car.block }
    }
}
