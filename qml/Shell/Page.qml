// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What all pages share: head, the view-model's error, margins, scrolling that follows the focus. Children lie in a column.
/// `footer` stays in view at the bottom (the next action on a narrow window).
FocusScope {
    id: page

    property string title
    property string caption
    property string tag
    /// Its `error` is shown above the content.
    property PageViewModel model: null
    /// The content is at least as high as the window lets it be.
    property bool fillHeight: false
    property real spacing: Theme.cardGap
    default property alias content: body.data
    property alias actions: head.actions
    property alias captionItems: head.captionItems
    property alias footer: foot.data
    readonly property alias flick: flick
    readonly property real contentWidth: body.width

    Accessible.role: Accessible.Pane
    Accessible.name: title

    function ensureVisible(item: Item): void {
        let up = item
        while (up && up !== flick.contentItem)
            up = up.parent
        if (!up)
            return
        const top = item.mapToItem(flick.contentItem, 0, 0).y
        const bottom = top + item.height
        if (top < flick.contentY)
            flick.contentY = Math.max(0, top - Theme.space24)
        else if (bottom > flick.contentY + flick.height)
            flick.contentY = Math.min(flick.contentHeight - flick.height, Math.max(0, Math.min(top, bottom - flick.height) + Theme.space24))
    }

    Connections {
        target: page.Window.window
        enabled: page.visible
        function onActiveFocusItemChanged(): void {
            if (page.Window.window?.activeFocusItem && page.Window.window.activeFocusItem.focusReason !== Qt.MouseFocusReason)
                page.ensureVisible(page.Window.window.activeFocusItem)
        }
    }

    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: foot.top
        contentWidth: width
        contentHeight: column.height + 2 * Theme.space16
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: PageScrollBar {}

        Keys.onPressed: event => {
            const steps = { [Qt.Key_PageDown]: height * 0.9, [Qt.Key_PageUp]: -height * 0.9 }
            if (event.key in steps) {
                contentY = Math.max(0, Math.min(contentHeight - height, contentY + steps[event.key]))
                event.accepted = true
            }
        }

        ColumnLayout {
            id: column
            x: Theme.pageMargin
            y: Theme.space16
            width: flick.width - 2 * Theme.pageMargin
            height: page.fillHeight ? Math.max(implicitHeight, flick.height - 2 * Theme.space16) : implicitHeight
            spacing: Theme.space12

            PageHead {
                id: head
                visible: page.title !== ""
                title: page.title
                tag: page.tag
                caption: page.caption
                Layout.fillWidth: true
            }
            ErrorBlock {
                visible: page.model !== null && page.model.error.present && !page.model.loading
                cause: page.model ? page.model.error.cause : ""
                money: page.model ? page.model.error.money : ""
                todo: page.model ? page.model.error.next : ""
                fixText: qsTr("Read again")
                Layout.fillWidth: true
                onFixRequested: page.model.refresh()
            }
            ColumnLayout {
                id: body
                spacing: page.spacing
                Layout.fillWidth: true
                Layout.fillHeight: page.fillHeight
            }
        }
    }
    Item {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: childrenRect.height
    }
}
