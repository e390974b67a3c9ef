// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// Every record, newest first. Nothing is ever deleted; corrections stand beside what they correct. Arrows, Home and End
/// move, Enter opens, Esc closes, letters find.
Card {
    id: card

    required property VehicleViewModel car
    readonly property TimelineModel records: car.records
    readonly property bool listHasFocus: list.activeFocus
    /// The opened record; -1: none. `openBeside`: where it stands beside another one.
    property int openRecord: -1
    property bool openBeside: false

    function toggle(row: int): void {
        const at = list.model.index(row, 0)
        const record = list.model.data(at, TimelineModel.RecordRole)
        const beside = list.model.data(at, TimelineModel.ShapeRole) === "beside"
        const open = record === openRecord && beside === openBeside
        list.currentIndex = row
        openRecord = open ? -1 : record
        openBeside = !open && beside
        if (!open)
            Qt.callLater(list.positionViewAtIndex, row, ListView.Contain)
    }
    /// Opens a record wherever it stands; a filter that hides it is taken away.
    function lead(record: int): void {
        if (records.rowOf(record) < 0) {
            find.text = ""
            records.text = ""
            records.group = 0
        }
        const row = records.rowOf(record)
        if (row < 0)
            return
        openRecord = record
        openBeside = false
        list.currentIndex = row
        list.forceActiveFocus()
        list.positionViewAtIndex(row, ListView.Center)
    }

    title: qsTr("Records")
    flush: true
    spacing: 0
    headItems: [
        Label {
            text: card.records.shown === card.records.total ? qsTr("%L1, newest first").arg(card.records.total) : qsTr("%L1 of %L2").arg(card.records.shown).arg(card.records.total)
            type: Theme.caption
            color: Theme.text3
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
        },
        SearchField {
            id: find
            size: "compact"
            implicitWidth: (Theme.narrow ? 15 : 20) * Theme.grid
            placeholderText: qsTr("Find in records")
            onTextChanged: card.records.text = text
            Keys.onDownPressed: list.forceActiveFocus()
            onAccepted: list.forceActiveFocus()
        },
        ComboBox {
            accessibleName: qsTr("Kinds of records")
            size: "compact"
            implicitWidth: (Theme.narrow ? 15 : 18) * Theme.grid
            model: card.records.groups
            currentIndex: card.records.group
            onActivated: index => card.records.group = index
        }
    ]

    ListView {
        id: list
        model: card.records
        clip: true
        reuseItems: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        highlightFollowsCurrentItem: false
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 4 * Theme.rowDense
        implicitHeight: Math.min(contentHeight, 66 * Theme.grid)
        interactive: contentHeight > height
        Layout.fillWidth: true
        Layout.fillHeight: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Records")
        T.ScrollBar.vertical: PageScrollBar {}
        onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)
        Keys.onPressed: event => {
            const page = Math.max(1, Math.floor(height / Theme.rowDense) - 1)
            const goes = { [Qt.Key_Home]: 0, [Qt.Key_End]: count - 1, [Qt.Key_PageDown]: Math.min(count - 1, currentIndex + page), [Qt.Key_PageUp]: Math.max(0, currentIndex - page) }
            event.accepted = true
            if (event.key in goes)
                currentIndex = goes[event.key]
            else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space)
                card.toggle(currentIndex)
            else if (event.key === Qt.Key_Escape && card.openRecord >= 0)
                card.openRecord = -1
            else if (event.key === Qt.Key_Escape && find.text !== "")
                find.text = ""
            else if (event.text.trim() !== "" && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier))) {
                find.input.forceActiveFocus()
                find.text += event.text
            } else
                event.accepted = false
        }
        delegate: RecordLine { timeline: card }
    }
    RowLayout {
        visible: list.count === 0
        spacing: Theme.space12
        Layout.margins: Theme.space16
        Label {
            text: card.records.text !== "" ? qsTr("No record says “%1”.").arg(card.records.text) : card.records.group > 0 ? qsTr("No record of this kind. That is no data, not a clean history.") : qsTr("No records yet. That is no data, not a clean history.")
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Button { visible: card.records.total > 0; size: "compact"; text: qsTr("Show all records"); onClicked: { find.text = ""; card.records.group = 0 } }
    }
    Connections {
        target: card.car
        function onChanged(): void {
            if (card.openRecord >= card.records.total)
                card.openRecord = -1
        }
    }
}
