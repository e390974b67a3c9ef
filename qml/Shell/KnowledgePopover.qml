// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// "How do we know?" beside the mark that was pressed. Esc and a press elsewhere close it; the mark has the focus again.
T.Popup {
    id: popover

    required property KnowledgeViewModel knowledge
    property Item mark: null
    property rect place
    readonly property real gutter: Theme.space12 // where the scroll bar goes
    readonly property real below: place.y + place.height + Theme.space8
    readonly property real lowest: parent ? parent.height - height - Theme.space8 : 0

    signal networkWanted()

    function show(asked: Item): void {
        mark = asked
        place = asked.mapToItem(parent, Qt.rect(0, 0, asked.width, asked.height))
        knowledge.ask(asked.about, asked.level, asked.detail, asked.block)
        flick.contentY = 0
        open()
    }

    // Below the mark, above it where there is no room; what it says may still change its height.
    x: parent ? Math.max(Theme.space8, Math.min(place.x + place.width / 2 - width / 2, parent.width - width - Theme.space8)) : 0
    y: below <= lowest ? below : Math.max(Theme.space8, Math.min(place.y - height - Theme.space8, lowest))
    width: Math.min(Theme.scaled(360), parent ? parent.width - 2 * Theme.space8 : Theme.scaled(360))
    implicitHeight: column.implicitHeight + topPadding + bottomPadding
    height: Math.min(implicitHeight, parent ? parent.height - 2 * Theme.space8 : implicitHeight)
    padding: Theme.space16
    rightPadding: padding - gutter
    focus: true
    modal: false
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.openTime } }
    onOpened: link.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: if (mark) mark.forceActiveFocus(Qt.PopupFocusReason)

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.borderControl
    }
    contentItem: Flickable { // large text in a small window
        id: flick
        contentHeight: column.implicitHeight
        interactive: contentHeight > height
        clip: interactive
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: PageScrollBar {}
        Keys.onUpPressed: contentY = Math.max(0, contentY - Theme.space48)
        Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + Theme.space48))

        ColumnLayout {
            id: column
            width: flick.width - popover.gutter
            spacing: Theme.space8
            Accessible.role: Accessible.Dialog
            Accessible.name: qsTr("How do we know: %1").arg(popover.knowledge.about)
            Accessible.description: popover.knowledge.sentence

            RowLayout {
                spacing: Theme.space8
                Layout.fillWidth: true
                ProvenanceMark { id: sign; level: popover.knowledge.level; size: Theme.icon20; Accessible.ignored: true }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true
                    Label { text: sign.word; type: Theme.cardTitle; Accessible.role: Accessible.Heading }
                    Label { text: popover.knowledge.about; type: Theme.caption; color: Theme.text2; elide: Text.ElideRight; Layout.fillWidth: true }
                }
            }
            Label { text: popover.knowledge.sentence; wrapMode: Text.Wrap; Layout.fillWidth: true }
            Divider { visible: facts.count > 0; Layout.fillWidth: true }
            Rows {
                id: facts
                model: popover.knowledge.facts
                spacing: Theme.space4
                delegate: KeyValue {
                    required property var modelData
                    key: modelData.key
                    value: modelData.value
                    width: parent ? parent.width : 0
                }
            }
            Label { visible: text !== ""; text: popover.knowledge.advice; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
            LinkButton { id: link; text: qsTr("Settings, Network"); onClicked: { popover.mark = null; popover.close(); popover.networkWanted() } }
        }
    }
}
