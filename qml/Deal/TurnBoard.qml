// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Where we are, whose turn it is, what happens if nobody acts.
Rectangle {
    id: board

    required property DealViewModel deal

    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.border
    implicitHeight: grid.implicitHeight + 2 * Theme.hairline
    Layout.fillWidth: true

    GridLayout {
        id: grid
        anchors.fill: parent
        anchors.margins: Theme.hairline
        columns: Theme.narrow ? 1 : 5
        rowSpacing: 0
        columnSpacing: 0

        TurnPart {
            question: qsTr("Where we are")
            title: board.deal.where.title ?? ""
            text: board.deal.where.text ?? ""
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.grid
            Layout.row: Theme.narrow ? 1 : 0
            Layout.column: 0
        }
        Divider {
            vertical: true
            visible: !Theme.narrow
            Layout.fillHeight: true
            Layout.row: 0
            Layout.column: 1
        }
        TurnPart {
            question: board.deal.closed ? qsTr("What is left to do") : qsTr("Whose turn")
            title: board.deal.turn.title ?? ""
            text: board.deal.turn.text ?? ""
            mine: board.deal.myTurn
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1.3 * Theme.grid
            Layout.row: 0
            Layout.column: Theme.narrow ? 0 : 2
            DeadlineChip {
                visible: board.deal.deadline.present ?? false
                secondsLeft: board.deal.deadline.secondsLeft ?? 0
                remaining: board.deal.deadline.left ?? ""
                moment: Theme.wide ? board.deal.deadline.moment ?? "" : ""
            }
        }
        Divider {
            vertical: true
            visible: !Theme.narrow
            Layout.fillHeight: true
            Layout.row: 0
            Layout.column: 3
        }
        TurnPart {
            question: board.deal.closed ? qsTr("From here on") : qsTr("If nobody acts by then")
            title: board.deal.consequence.title ?? ""
            text: board.deal.consequence.text ?? ""
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.grid
            Layout.row: Theme.narrow ? 2 : 0
            Layout.column: Theme.narrow ? 0 : 4
        }
    }
}
