// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What the history is worth, as a span from what is known to be good to what could still be, beside similar cars, with
/// every reason. Never a bare number.
Card {
    id: card

    required property VehicleViewModel car
    readonly property var score: car.score
    signal recordChosen(int record)

    title: qsTr("Score of the history")
    caption: qsTr("of 100")

    Label { visible: card.score.known === true; text: card.score.range ?? ""; type: Theme.heading }
    RowLayout {
        visible: card.score.known === false
        spacing: Theme.space8
        StatusMark { status: "nodata"; size: Theme.markLarge }
        Label { text: qsTr("Not enough known"); type: Theme.heading; color: Theme.nodata }
    }
    Item {
        id: bar
        visible: card.score.from !== undefined
        implicitHeight: Theme.space24
        Layout.fillWidth: true
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("%1. %2").arg(card.score.text ?? "").arg(card.score.similarText ?? "")
        Rectangle { y: Theme.space8; width: parent.width; height: Theme.space8; radius: Theme.space4; color: Theme.pressed }
        Hatch { y: Theme.space8; x: bar.width * (card.score.from ?? 0) / 100; width: bar.width * ((card.score.to ?? 0) - (card.score.from ?? 0)) / 100; height: Theme.space8 }
        Rectangle { y: Theme.space8; width: bar.width * (card.score.from ?? 0) / 100; height: Theme.space8; radius: Theme.space4; color: card.score.known ? Theme.series1 : Theme.nodata }
        Rectangle { // similar cars
            visible: (card.score.similarFrom ?? -1) >= 0
            y: Theme.space4
            x: bar.width * (card.score.similarFrom ?? 0) / 100
            width: Math.max(Theme.line4, bar.width * ((card.score.similarTo ?? 0) - (card.score.similarFrom ?? 0)) / 100)
            height: Theme.space16
            radius: Theme.radiusMark
            color: Theme.none
            border.width: Theme.line2
            border.color: Theme.text2
        }
    }
    Label { text: card.score.text ?? ""; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    Label { text: card.score.similarText ?? ""; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    Divider { Layout.fillWidth: true }
    Rows {
        spacing: Theme.space6
        model: card.score.reasons ?? []
        delegate: ScoreReason {
            required property var modelData
            reason: modelData
            width: parent ? parent.width : 0
            onChosen: record => card.recordChosen(record)
        }
    }
}
