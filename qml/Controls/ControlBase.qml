// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Ground, content, padding, hover and keyboard focus for controls with a role of their own. Qt 6.4's Control template
/// answers assistive technology with its own role, whatever Accessible.role says; a plain Item does not.
Item {
    id: base

    property Item background
    property Item contentItem
    property real leftPadding: 0
    property real rightPadding: 0
    property real topPadding: 0
    property real bottomPadding: 0
    property int focusPolicy: Qt.StrongFocus
    /// Set by a pointer press just before it takes the focus; the ring is for the keyboard.
    property bool pointerFocus: false

    readonly property real implicitContentWidth: contentItem ? contentItem.implicitWidth : 0
    readonly property real implicitContentHeight: contentItem ? contentItem.implicitHeight : 0
    readonly property bool hovered: hover.hovered
    readonly property bool mirrored: LayoutMirroring.enabled
    readonly property bool visualFocus: activeFocus && !pointerFocus

    function focusByPointer() {
        if (activeFocus)
            return
        pointerFocus = true
        forceActiveFocus(Qt.MouseFocusReason)
    }

    activeFocusOnTab: (focusPolicy & Qt.TabFocus) !== 0
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    onActiveFocusChanged: if (!activeFocus) pointerFocus = false

    onBackgroundChanged: {
        if (background) {
            background.parent = ground
            background.anchors.fill = ground
        }
    }
    onContentItemChanged: {
        if (contentItem) {
            contentItem.parent = holder
            contentItem.anchors.fill = holder
        }
    }

    HoverHandler { id: hover; enabled: base.enabled }
    Item { id: ground; anchors.fill: parent }
    Item {
        id: holder
        anchors.fill: parent
        anchors.leftMargin: base.leftPadding
        anchors.rightMargin: base.rightPadding
        anchors.topMargin: base.topPadding
        anchors.bottomMargin: base.bottomPadding
    }
}
