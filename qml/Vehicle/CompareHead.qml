// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// The head of one car's column.
Item {
    id: head

    required property var car
    readonly property string called: [car.title, car.unknown ? "" : car.vin].filter(w => w !== "").join(", ")
    signal opened()
    signal removed()

    implicitHeight: column.implicitHeight + 2 * Theme.space12

    Divider { vertical: true; height: parent.height }
    ColumnLayout {
        id: column
        x: Theme.space12
        y: Theme.space12
        width: parent.width - 2 * Theme.space12
        spacing: Theme.space4
        RowLayout {
            Layout.fillWidth: true
            CarDrawing { body: head.car.body; paint: head.car.paint; Layout.fillWidth: true; Layout.preferredHeight: 9 * Theme.grid }
            IconButton { compact: true; icon: "x"; text: qsTr("Take out %1").arg(head.called); Layout.alignment: Qt.AlignTop; onClicked: head.removed() }
        }
        LinkButton { text: head.car.title; type: Theme.cardTitle; accessibleName: qsTr("Open %1").arg(head.called); Layout.fillWidth: true; onClicked: head.opened() }
        RowLayout {
            visible: head.car.vin !== "" && !head.car.unknown
            spacing: Theme.markGap
            Label { text: head.car.vin; type: Theme.mono; color: Theme.text2 }
            ProvenanceMark { visible: head.car.level !== ""; level: head.car.level === "" ? "reported" : head.car.level }
        }
        Label { visible: head.car.unknown; text: qsTr("Not registered on this network"); color: Theme.nodata; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
}
