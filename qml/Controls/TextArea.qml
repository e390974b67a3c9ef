// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.Theme

/// Several lines with label, counter at the right of the label, help and three-part error. Tab leaves it.
FocusScope {
    id: control

    property string label
    property string counter
    property string help
    property string disabledReason
    property string errorCause
    property string errorMoney
    property string errorTodo
    property real areaHeight: Theme.areaHeight
    property string accessibleName: label !== "" ? label : placeholderText

    property alias text: input.text
    property alias placeholderText: input.placeholderText
    property alias readOnly: input.readOnly
    readonly property alias input: input

    readonly property string spoken: errorCause !== "" ? failure.spoken : help

    implicitWidth: Theme.fieldWidth
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        width: parent.width
        height: Math.max(implicitHeight, parent.height)
        spacing: Theme.space4

        RowLayout {
            visible: control.label !== "" || control.counter !== ""
            Layout.fillWidth: true
            Label { text: control.label; type: Theme.label; wrapMode: Text.Wrap; Layout.fillWidth: true; Accessible.ignored: true }
            Label { text: control.counter; type: Theme.caption; color: Theme.text3 }
        }
        Flickable {
            id: flick
            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: control.areaHeight
            clip: false
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
            FieldFrame {
                parent: flick
                anchors.fill: parent
                z: -1
                focused: input.activeFocus
                failed: control.errorCause !== ""
                off: !control.enabled || control.disabledReason !== ""
            }
            T.TextArea.flickable: T.TextArea {
                id: input
                objectName: "input"
                focus: true
                padding: Theme.space12
                topPadding: Theme.space8
                font: Theme.body.font
                color: Theme.text
                placeholderTextColor: Theme.text3
                selectionColor: Theme.accent
                selectedTextColor: Theme.onAccent
                selectByMouse: true
                wrapMode: TextEdit.Wrap
                textFormat: TextEdit.PlainText
                readOnly: control.disabledReason !== ""
                KeyNavigation.priority: KeyNavigation.BeforeItem
                KeyNavigation.tab: nextItemInFocusChain(true)
                Accessible.name: control.accessibleName
                Accessible.ignored: !visible
                Accessible.description: control.spoken
                Accessible.onDescriptionChanged: if (Accessible.description !== control.spoken) Accessible.description = Qt.binding(() => control.spoken)

                Text {
                    x: input.leftPadding
                    y: input.topPadding
                    width: input.width - 2 * x
                    visible: input.text === "" && input.preeditText === ""
                    text: input.placeholderText
                    textFormat: Text.PlainText
                    font: input.font
                    color: Theme.text3
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
            }
        }
        Label { visible: text !== ""; text: control.help; type: Theme.caption; color: Theme.text3; wrapMode: Text.Wrap; Layout.fillWidth: true }
        ErrorBlock {
            id: failure
            Layout.fillWidth: true
            cause: control.errorCause
            money: control.errorMoney
            todo: control.errorTodo
        }
    }
}
