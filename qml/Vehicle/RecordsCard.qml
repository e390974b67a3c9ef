// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Every record, newest first. Nothing is ever deleted; corrections stand beside what they correct.
Card {
    id: card

    required property VehicleViewModel car

    title: qsTr("Records")
    flush: true
    spacing: 0
    headItems: [
        Label { text: qsTr("%L1, newest first").arg(card.car.recordCount); type: Theme.caption; color: Theme.text3; anchors.verticalCenter: parent ? parent.verticalCenter : undefined },
        ComboBox {
            accessibleName: qsTr("Kinds of records")
            size: "compact"
            implicitWidth: 18 * Theme.grid
            model: [qsTr("All kinds"), qsTr("Service"), qsTr("Readings"), qsTr("Damage"), qsTr("Title")]
            currentIndex: card.car.recordFilter
            onActivated: index => card.car.recordFilter = index
        }
    ]

    ListView {
        id: list
        model: card.car.records
        clip: true
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        implicitHeight: Math.min(contentHeight, 60 * Theme.grid)
        interactive: contentHeight > height
        Layout.fillWidth: true
        Layout.fillHeight: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Records")
        delegate: RecordLine { width: list.width }
    }
    Label {
        visible: list.count === 0
        text: card.car.recordFilter > 0 ? qsTr("No record of this kind.") : qsTr("No records yet. That is no data, not a clean history.")
        color: Theme.text2
        Layout.margins: Theme.space16
    }
}
