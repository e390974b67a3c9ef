// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One deal in the list: the car, who, where it is, whose turn, the deadline with what happens then.
TableRow {
    id: row

    required property string key
    required property string car
    required property string body
    required property string paint
    required property string people
    required property string price
    required property string stage
    required property string turn
    required property string ifNothing
    required property string timeLeft
    required property string moment
    required property real secondsLeft
    required property bool hasDeadline
    required property bool mine
    required property bool closed
    required property string level
    required property var block

    openOnClick: true
    current: mine
    ground: mine ? Theme.accentTint : Theme.none
    cellSpacing: Theme.space16
    implicitHeight: 11 * Theme.grid
    accessibleName: [car, people, qsTr("%1 AUC").arg(price), stage, turn, hasDeadline ? qsTr("%1 left, then: %2").arg(timeLeft).arg(ifNothing) : ""].filter(w => w !== "").join(", ")

    CarDrawing {
        visible: !Theme.narrow
        body: row.body
        paint: row.paint
        radius: Theme.radiusControl
        Layout.preferredWidth: 12 * Theme.grid
        Layout.preferredHeight: 8 * Theme.grid
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Label {
            text: qsTr("%1: %2").arg(row.car).arg(row.stage)
            type: Theme.cardTitle
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        Label {
            text: row.people
            type: Theme.bodyLarge
            color: Theme.text2
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        RichLine {
            visible: !row.closed
            strong: row.mine ? "" : ""
            plain: row.turn
            type: Theme.body
            Layout.fillWidth: true
            maximumLineCount: 1
            elide: Text.ElideRight
        }
    }
    ColumnLayout {
        spacing: Theme.space8
        Layout.alignment: Qt.AlignVCenter | Qt.AlignRight
        Money {
            amount: row.price
            unit: qsTr("AUC")
            level: row.level
            about: qsTr("Price of %1").arg(row.car)
            block: row.block
            Layout.alignment: Qt.AlignRight
        }
        DeadlineChip {
            visible: row.hasDeadline
            secondsLeft: row.secondsLeft
            remaining: row.timeLeft
            moment: Theme.narrow ? "" : row.moment
            Layout.alignment: Qt.AlignRight
        }
        Label {
            visible: row.hasDeadline
            text: qsTr("then: %1").arg(row.ifNothing)
            type: Theme.caption
            color: Theme.text3
            Layout.alignment: Qt.AlignRight
        }
    }
}
