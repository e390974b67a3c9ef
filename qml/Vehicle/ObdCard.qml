// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What the car said itself: trouble codes, condition flags, a small chart per signal of one session.
Card {
    id: card

    required property VehicleViewModel car
    readonly property var charts: car.obd.charts ?? []
    readonly property int columns: Math.max(1, Math.floor((width - 2 * padding + Theme.space16) / (22 * Theme.grid)))
    signal recordChosen(int record)

    visible: car.sessions.length > 0 || car.codes.length > 0
    title: qsTr("From the car’s own computer")
    headItems: ComboBox {
        visible: card.car.sessions.length > 1
        accessibleName: qsTr("Session")
        size: "compact"
        implicitWidth: Math.min(34 * Theme.grid, card.width * 0.5)
        textRole: "text"
        model: card.car.sessions
        currentIndex: card.car.sessionShown
        onActivated: index => card.car.sessionShown = index
    }
    Rows {
        spacing: Theme.space8
        model: card.car.codes
        delegate: FactLine {
            required property var modelData
            status: modelData.status
            text: qsTr("%1 · %2").arg(modelData.code).arg(modelData.meaning)
            detail: modelData.text
            record: modelData.record
            width: parent ? parent.width : 0
            onChosen: record => card.recordChosen(record)
        }
    }
    Label { visible: card.charts.length > 0; text: [card.car.obd.title ?? "", card.car.obd.device ?? ""].filter(w => w !== "").join(" · "); color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    Rows {
        spacing: Theme.space4
        model: card.car.obd.flags ?? []
        delegate: FactLine { required property var modelData; status: modelData.status; text: modelData.text; width: parent ? parent.width : 0 }
    }
    Item {
        visible: card.charts.length > 0
        implicitHeight: flow.height
        Layout.fillWidth: true
        Grid {
            id: flow
            width: parent.width
            columns: card.columns
            columnSpacing: Theme.space16
            rowSpacing: Theme.space12
            Repeater {
                model: card.charts
                delegate: SignalChart { required property var modelData; signal_: modelData; width: (flow.width - (card.columns - 1) * Theme.space16) / card.columns }
            }
        }
    }
}
