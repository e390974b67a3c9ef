// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Where the car was hit, how hard, whether it was repaired. Nobody looked: hatched, never drawn as whole.
Card {
    id: card

    required property VehicleViewModel car
    readonly property var list: car.accidents.list ?? []
    signal recordChosen(int record)

    title: qsTr("Accidents")
    headItems: StatusBadge { visible: card.car.studied; status: card.car.accidentsVerdict.status ?? "nodata"; text: card.list.length > 0 ? qsTr("%L1 recorded").arg(card.list.length) : status === "clean" ? qsTr("None recorded") : qsTr("No data") }

    BodyMap { visible: card.car.studied; hits: card.car.accidents.panels ?? ({}); nobodyLooked: card.car.accidentsVerdict.status === "nodata"; Layout.fillWidth: true; Layout.maximumWidth: 36 * Theme.grid; Layout.preferredHeight: implicitHeight; Layout.alignment: Qt.AlignHCenter }
    Label { visible: card.list.length === 0; text: card.car.accidentsVerdict.text ?? ""; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    Rows {
        spacing: Theme.space8
        model: card.list
        delegate: FactLine {
            required property var modelData
            number: modelData.number
            status: modelData.severity > 2 ? "problem" : "attention"
            text: modelData.text
            detail: modelData.detail
            level: modelData.level
            record: modelData.record
            width: parent ? parent.width : 0
            onChosen: record => card.recordChosen(record)
        }
    }
    Label { visible: (card.car.accidents.off ?? "") !== ""; text: qsTr("Not on the map: %1").arg(card.car.accidents.off ?? ""); type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
}
