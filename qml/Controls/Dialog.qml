// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.Theme

/// A question that blocks. The harmless button comes first and has the focus, Esc is the harmless one. Children go below
/// the text. Signals: `acted` for the action, `rejected` for the harmless way (button or Esc).
T.Dialog {
    id: dialog

    property string text
    property string harmlessText: qsTr("Cancel")
    property string actionText
    property string actionKind: "danger"
    property string actionReason
    default property alias body: extra.data

    signal acted()

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round((parent.height - height) / 2) : 0
    width: parent ? Math.min(Theme.dialogWidth, parent.width - 2 * Theme.space16) : Theme.dialogWidth
    implicitHeight: column.implicitHeight + topPadding + bottomPadding
    padding: Theme.space24
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    onOpened: harmless.forceActiveFocus(Qt.TabFocusReason)
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.openTime } }

    T.Overlay.modal: Rectangle { color: Theme.scrim }

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.borderControl
    }
    contentItem: ColumnLayout {
        id: column
        spacing: Theme.space8
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title
        Accessible.description: dialog.text

        Label { text: dialog.title; type: Theme.heading; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
        Label { visible: text !== ""; text: dialog.text; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        ColumnLayout {
            id: extra
            visible: children.length > 0
            spacing: Theme.space12
            Layout.fillWidth: true
        }
        Flow {
            readonly property real wanted: harmless.implicitWidth + (action.visible ? action.implicitWidth + spacing : 0)
            spacing: Theme.space8
            Layout.topMargin: Theme.space8
            Layout.alignment: Qt.AlignRight
            Layout.preferredWidth: Math.min(wanted, dialog.availableWidth)
            Button {
                id: harmless
                objectName: "dialogHarmless"
                text: dialog.harmlessText
                focus: true
                onClicked: dialog.reject()
            }
            Button {
                id: action
                objectName: "dialogAction"
                visible: text !== ""
                text: dialog.actionText
                kind: dialog.actionKind
                disabledReason: dialog.actionReason
                onClicked: {
                    dialog.acted()
                    dialog.close()
                }
            }
        }
    }
}
