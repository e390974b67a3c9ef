// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One deal an appraiser is named in: what waits, by when, and what silence costs.
TableRow {
    id: row

    required property string key
    required property string car
    required property string body
    required property string paint
    required property string people
    required property string task
    required property string fee
    required property string timeLeft
    required property string moment
    required property string ifSilent
    required property real secondsLeft
    required property bool hasDeadline
    required property bool mine
    required property bool closed

    openOnClick: true
    current: mine
    ground: mine ? Theme.accentTint : Theme.none
    cellSpacing: Theme.space16
    implicitHeight: 11 * Theme.grid
    accessibleName: [car, task, people, hasDeadline ? qsTr("%1 left, then: %2").arg(timeLeft).arg(ifSilent) : ""].filter(w => w !== "").join(", ")

    CarDrawing { visible: !Theme.narrow; body: row.body; paint: row.paint; radius: Theme.radiusControl; Layout.preferredWidth: 12 * Theme.grid; Layout.preferredHeight: 8 * Theme.grid }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Label { text: qsTr("%1: %2").arg(row.car).arg(row.task); type: Theme.cardTitle; elide: Text.ElideRight; Layout.fillWidth: true }
        Label { text: row.people; type: Theme.bodyLarge; color: Theme.text2; elide: Text.ElideRight; Layout.fillWidth: true }
        Label { visible: row.fee !== "0"; text: qsTr("%1 AUC if you rule").arg(row.fee); color: Theme.text2 }
    }
    ColumnLayout {
        visible: row.hasDeadline
        spacing: Theme.space4
        Layout.alignment: Qt.AlignVCenter | Qt.AlignRight
        DeadlineChip { secondsLeft: row.secondsLeft; remaining: row.timeLeft; moment: Theme.narrow ? "" : row.moment; Layout.alignment: Qt.AlignRight }
        Label { text: qsTr("then: %1").arg(row.ifSilent); type: Theme.caption; color: Theme.text3; Layout.alignment: Qt.AlignRight }
    }
}
