// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.Theme

/// One of a list. `model`, `textRole`, `valueRole`, `currentIndex`, `currentValue` and `activated(index)` as in Qt Quick.
T.ComboBox {
    id: control

    property string label
    property string accessibleName: label
    property string size: "normal"
    property string disabledReason

    readonly property bool off: !enabled || disabledReason !== ""
    readonly property real labelHeight: label === "" ? 0 : heading.implicitHeight + Theme.space4
    readonly property real boxHeight: size === "large" ? Theme.controlLarge : size === "compact" ? Theme.controlCompact : Theme.controlNormal

    implicitWidth: Theme.fieldWidth
    implicitHeight: labelHeight + boxHeight
    topPadding: labelHeight
    leftPadding: size === "compact" ? Theme.space8 : Theme.space12
    rightPadding: leftPadding + Theme.icon16 + Theme.space8
    font: size === "large" ? Theme.bodyLarge.font : Theme.body.font
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.ignored: !visible
    Accessible.name: accessibleName
    Accessible.description: disabledReason !== "" ? qsTr("Not available: %1").arg(disabledReason) : displayText

    // Off with a reason: it keeps the focus and says why, but neither keys nor pointer change it.
    Keys.enabled: disabledReason !== ""
    Keys.onPressed: event => event.accepted = [Qt.Key_Up, Qt.Key_Down, Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter,
        Qt.Key_Home, Qt.Key_End].includes(event.key)
    MouseArea {
        anchors.fill: parent
        visible: control.disabledReason !== ""
        onPressed: control.forceActiveFocus(Qt.MouseFocusReason)
    }

    background: Item {
        Label { id: heading; text: control.label; type: Theme.label; visible: text !== ""; Accessible.ignored: true }
        FieldFrame {
            y: control.labelHeight
            width: parent.width
            height: control.boxHeight
            focused: control.visualFocus
            off: control.off
            color: off ? Theme.sunken : control.pressed ? Theme.pressed : control.hovered ? Theme.hover : Theme.surface
        }
    }
    indicator: Icon {
        name: "chevrons-up-down"
        color: control.off ? Theme.text3 : Theme.text2
        x: control.width - width - Theme.space12
        y: control.labelHeight + (control.boxHeight - height) / 2
    }
    contentItem: Text {
        text: control.displayText
        textFormat: Text.PlainText
        font: control.font
        color: control.off ? Theme.text3 : Theme.text
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    delegate: T.ItemDelegate {
        id: row
        required property int index
        required property var model
        required property var modelData
        width: ListView.view ? ListView.view.width : control.width
        implicitHeight: Theme.menuItemHeight
        leftPadding: Theme.space12
        rightPadding: Theme.space12
        text: control.textRole !== "" ? (Array.isArray(control.model) ? modelData[control.textRole] : model[control.textRole]) : modelData
        highlighted: control.highlightedIndex === index
        Accessible.name: text
        background: Rectangle {
            radius: Theme.radiusMark
            color: row.highlighted || row.hovered ? Theme.hover : Theme.none
        }
        contentItem: RowLayout {
            spacing: Theme.space8
            Label { text: row.text; Layout.fillWidth: true; elide: Text.ElideRight; Accessible.ignored: true }
            Icon { name: "check"; visible: control.currentIndex === row.index; color: Theme.accentText }
        }
    }
    popup: T.Popup {
        y: control.height + Theme.space4
        width: control.width
        implicitHeight: Math.min(list.contentHeight + 2 * Theme.space4, Theme.popupMaxHeight)
        padding: Theme.space4
        enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.openTime } }
        background: Rectangle {
            radius: Theme.radiusCard
            color: Theme.surface
            border.width: Theme.hairline
            border.color: Theme.borderControl
        }
        contentItem: ListView {
            id: list
            clip: true
            model: control.popup.visible ? control.delegateModel : null
            currentIndex: control.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
        }
    }
}
