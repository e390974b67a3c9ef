// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.Theme

/// Label, field, help and, when `errorCause` is set, the three-part error. What was typed is never cleared by an error.
FocusScope {
    id: control

    property string label
    property string labelNote
    property string help
    property string unit
    property string trailing
    property string leadingIcon
    property string size: "normal"
    property bool numeric: false
    property bool mono: false
    property bool password: false
    property string disabledReason
    property string errorCause
    property string errorMoney
    property string errorTodo
    property string fixText
    property string fixNote
    property string accessibleName: label !== "" ? label : placeholderText

    property alias text: input.text
    property alias placeholderText: input.placeholderText
    property alias readOnly: input.readOnly
    property alias validator: input.validator
    property alias maximumLength: input.maximumLength
    property alias inputMethodHints: input.inputMethodHints
    property alias acceptableInput: input.acceptableInput
    property alias cursorPosition: input.cursorPosition
    readonly property alias input: input
    readonly property bool failed: errorCause !== ""
    readonly property bool off: !enabled || disabledReason !== ""
    readonly property TypeStyle type: size === "entry" ? Theme.monoEntry : mono ? Theme.monoLg : size === "large" ? Theme.bodyLarge : Theme.body

    readonly property string spoken: failed ? failure.spoken
        : disabledReason !== "" ? qsTr("Not available: %1").arg(disabledReason) : help

    signal accepted()
    signal textEdited()
    signal fixRequested()

    function selectAll() { input.selectAll() }

    implicitWidth: Math.max(Theme.fieldWidth, title.implicitWidth)
    implicitHeight: column.implicitHeight
    activeFocusOnTab: false

    ColumnLayout {
        id: column
        width: parent.width
        spacing: 0

        RowLayout {
            visible: control.label !== ""
            spacing: Theme.space4
            Layout.bottomMargin: Theme.space4
            Layout.fillWidth: true
            Label { id: title; text: control.label; type: Theme.label; wrapMode: Text.Wrap; Layout.maximumWidth: column.width; Accessible.ignored: true }
            Label { text: control.labelNote; color: Theme.text3; visible: text !== ""; Layout.fillWidth: true; elide: Text.ElideRight }
        }
        T.TextField {
            id: input
            objectName: "input"
            focus: true
            Layout.fillWidth: true
            implicitHeight: control.size === "large" || control.size === "entry" ? Theme.controlLarge
                : control.size === "compact" ? Theme.controlCompact : Theme.controlNormal
            leftPadding: (control.size === "compact" ? Theme.space8 : Theme.space12) + (lead.visible ? lead.width + Theme.space8 : 0)
            rightPadding: (control.size === "compact" ? Theme.space8 : Theme.space12) + (tail.visible ? tail.width + Theme.space8 : 0)
            verticalAlignment: TextInput.AlignVCenter
            horizontalAlignment: control.numeric ? TextInput.AlignRight : TextInput.AlignLeft
            font: control.numeric ? Theme.strong.font : control.type.font
            color: control.off ? Theme.text3 : Theme.text
            placeholderTextColor: Theme.text3
            selectionColor: Theme.accent
            selectedTextColor: Theme.onAccent
            selectByMouse: true
            echoMode: control.password ? TextInput.Password : TextInput.Normal
            readOnly: control.disabledReason !== ""
            hoverEnabled: true
            onAccepted: control.accepted()
            onTextEdited: control.textEdited()
            background: FieldFrame { focused: input.activeFocus; failed: control.failed; off: control.off }

            Accessible.name: control.accessibleName
            Accessible.ignored: !visible
            // Qt 6.4 withholds the name of what has this flag; the role "password text" comes from echoMode anyway.
            Accessible.onPasswordEditChanged: if (Accessible.passwordEdit) Accessible.passwordEdit = false
            // The template writes its placeholder there when a screen reader appears: put ours back.
            Accessible.description: control.spoken
            Accessible.onDescriptionChanged: if (Accessible.description !== control.spoken) Accessible.description = Qt.binding(() => control.spoken)

            Icon {
                id: lead
                visible: name !== ""
                name: control.leadingIcon
                color: Theme.text3
                x: control.size === "compact" ? Theme.space8 : Theme.space12
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                x: input.leftPadding
                width: input.width - input.leftPadding - input.rightPadding
                anchors.verticalCenter: parent.verticalCenter
                visible: input.text === "" && input.preeditText === ""
                text: input.placeholderText
                textFormat: Text.PlainText
                font: control.type.font
                color: Theme.text3
                elide: Text.ElideRight
                horizontalAlignment: input.horizontalAlignment
                Accessible.ignored: true
            }
            Label {
                id: tail
                visible: text !== ""
                text: control.unit !== "" ? control.unit : control.trailing
                type: Theme.caption
                color: Theme.text3
                anchors.right: parent.right
                anchors.rightMargin: control.size === "compact" ? Theme.space8 : Theme.space12
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        Label {
            visible: text !== ""
            text: control.help
            type: Theme.caption
            color: Theme.text3
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.topMargin: Theme.space4
        }
        ErrorBlock {
            id: failure
            Layout.fillWidth: true
            Layout.topMargin: Theme.space8
            cause: control.errorCause
            money: control.errorMoney
            todo: control.errorTodo
            fixText: control.fixText
            fixNote: control.fixNote
            onFixRequested: control.fixRequested()
        }
    }
}
