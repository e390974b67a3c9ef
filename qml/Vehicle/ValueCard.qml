// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What comparable cars are offered for, and where this price stands among them.
Card {
    id: card

    required property VehicleViewModel car
    readonly property var value: car.value
    readonly property bool known: (value.band ?? "") !== ""

    title: qsTr("Market value")
    headItems: ProvenanceMark { visible: card.known; level: "reported"; about: qsTr("Market value"); detail: qsTr("prices that sellers ask, somebody’s word each"); anchors.verticalCenter: parent ? parent.verticalCenter : undefined }

    RowLayout {
        visible: card.known
        spacing: Theme.space8
        Layout.fillWidth: true
        Label { text: card.value.band ?? ""; type: Theme.heading; wrapMode: Text.Wrap; Layout.fillWidth: true }
        Label { text: qsTr("AUC"); type: Theme.caption; color: Theme.text3 }
    }
    Item {
        id: bar
        visible: card.known
        implicitHeight: Theme.space32 + Theme.caption.lineHeight
        Layout.fillWidth: true
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Band of prices %1 AUC, %2").arg(card.value.band ?? "").arg(card.value.askText ?? "")
        Rectangle { y: Theme.space12; width: parent.width; height: Theme.space8; color: Theme.pressed }
        Rectangle { x: bar.width * (card.value.low ?? 0); y: Theme.space12; width: bar.width * ((card.value.high ?? 0) - (card.value.low ?? 0)); height: Theme.space8; color: Theme.series1Fill }
        Rectangle { x: bar.width * (card.value.low ?? 0); y: Theme.space8; width: Theme.line2; height: Theme.space16; color: Theme.series1 }
        Rectangle { x: bar.width * (card.value.high ?? 0) - width; y: Theme.space8; width: Theme.line2; height: Theme.space16; color: Theme.series1 }
        Rectangle { visible: (card.value.ask ?? -1) >= 0; x: Math.min(bar.width - width, bar.width * (card.value.ask ?? 0)); y: Theme.space4; width: Theme.line2; height: Theme.space24; color: Theme.text }
        Label {
            readonly property real wanted: bar.width * (card.value.ask ?? 0) - width / 2
            visible: (card.value.ask ?? -1) >= 0
            x: Math.max(0, Math.min(bar.width - width, wanted))
            y: Theme.space32
            width: 14 * Theme.grid
            horizontalAlignment: wanted < 0 ? Text.AlignLeft : wanted > bar.width - width ? Text.AlignRight : Text.AlignHCenter
            text: card.value.askText ?? ""
            type: Theme.caption
            Accessible.ignored: true
        }
    }
    Item {
        visible: !card.known
        implicitHeight: why.height + Theme.space16
        Layout.fillWidth: true
        Hatch { anchors.fill: parent }
        Label { id: why; x: Theme.space8; y: Theme.space8; width: parent.width - Theme.space16; text: card.value.text ?? qsTr("Being read"); color: Theme.nodata; wrapMode: Text.Wrap }
    }
    Label { visible: card.known; text: card.value.text ?? ""; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
}
