// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// The odometer over the years, and what it means where it cannot be true. The same as a table for who reads tables.
Card {
    id: card

    required property VehicleViewModel car
    readonly property bool any: (car.chart.points ?? []).length > 0
    property bool asTable: false
    signal recordChosen(int record)

    title: qsTr("Odometer")
    headItems: [
        Row {
            spacing: Theme.space12
            visible: card.any && !Theme.narrow
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            Label { text: card.car.unit; type: Theme.caption; color: Theme.text2 }
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
        },
        IconButton { visible: card.any; compact: true; icon: card.asTable ? "chart-line" : "list"; text: card.asTable ? qsTr("Show readings as a chart") : qsTr("Show readings as a table"); checked: card.asTable; onClicked: card.asTable = !card.asTable }
    ]
    OdometerChart { visible: card.any && !card.asTable; car: card.car; Layout.fillWidth: true; onChosen: record => card.recordChosen(record) }
    ListView {
        id: table
        visible: card.any && card.asTable
        model: card.asTable ? card.car.readings : []
        clip: true
        reuseItems: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        implicitHeight: 26 * Theme.grid
        Layout.fillWidth: true
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Odometer readings, newest first")
        T.ScrollBar.vertical: PageScrollBar {}
        delegate: TableRow {
            required property var modelData
            width: table.width
            density: "dense"
            sidePadding: Theme.space4
            openOnClick: true
            current: ListView.isCurrentItem && table.activeFocus
            accessibleName: [modelData.date, modelData.km, modelData.by, modelData.note].filter(w => w !== "").join(", ")
            onOpened: card.recordChosen(modelData.record)
            TableCell { text: modelData.date; exact: true; Layout.preferredWidth: 11 * Theme.grid }
            TableCell { text: modelData.km; alignRight: true; exact: true; Layout.preferredWidth: 12 * Theme.grid }
            TableCell { text: modelData.by; color: Theme.text2; Layout.preferredWidth: 12 * Theme.grid }
            TableCell { text: modelData.note; color: Theme.problem; Layout.fillWidth: true }
        }
    }
    Item {
        visible: !card.any
        implicitHeight: 16 * Theme.grid
        Layout.fillWidth: true
        Hatch { anchors.fill: parent }
        Label { anchors.centerIn: parent; width: Math.min(implicitWidth, parent.width - Theme.space16); wrapMode: Text.Wrap; text: card.car.studied ? qsTr("No data: nobody has recorded a reading.") : qsTr("Being read"); color: Theme.nodata }
    }
    Banner { visible: card.car.chartNote !== ""; kind: "problem"; title: card.car.chartNote; Layout.fillWidth: true }
    Rows {
        visible: count > 0 && card.any
        spacing: Theme.space4
        model: card.car.chart.rates ?? []
        delegate: Banner { required property var modelData; kind: "attention"; text: modelData.text; width: parent ? parent.width : 0 }
    }
}
