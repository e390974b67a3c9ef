// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The odometer over the years, and what it means where it went backwards.
Card {
    id: card

    required property VehicleViewModel car
    readonly property bool any: (car.chart.points ?? []).length > 0

    title: qsTr("Odometer")
    headItems: Row {
        spacing: Theme.space12
        visible: card.any
        Label { text: qsTr("km"); type: Theme.caption; color: Theme.text2 }
        Row {
            spacing: Theme.space4
            Rectangle { width: Theme.space8; height: width; radius: width / 2; color: Theme.series1; anchors.verticalCenter: parent.verticalCenter }
            Label { text: qsTr("witnessed"); type: Theme.caption; color: Theme.text2 }
        }
        Row {
            spacing: Theme.space4
            Rectangle { width: Theme.space8; height: width; radius: width / 2; color: Theme.surface; border.width: Theme.line2; border.color: Theme.series1; anchors.verticalCenter: parent.verticalCenter }
            Label { text: qsTr("owner’s word"); type: Theme.caption; color: Theme.text2 }
        }
    }
    OdometerChart { visible: card.any; car: card.car; Layout.fillWidth: true }
    Item {
        visible: !card.any
        implicitHeight: 16 * Theme.grid
        Layout.fillWidth: true
        Hatch { anchors.fill: parent }
        Label { anchors.centerIn: parent; text: qsTr("No data: nobody has recorded a reading."); color: Theme.nodata }
    }
    Banner { visible: card.car.chartNote !== ""; kind: "problem"; title: card.car.chartNote; Layout.fillWidth: true }
}
