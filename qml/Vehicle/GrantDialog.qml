// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// To whom, which kinds, until when; the consequence in one sentence. The signer asks again, from the bytes.
Dialog {
    id: dialog

    required property GrantsViewModel grants
    readonly property GrantForm form: grants.form

    function ask(writes: bool): void {
        form.writes = writes
        who.text = form.to
        open()
    }

    function take(name: string): void {
        who.text = name
    }

    title: form.writes ? qsTr("Let a shop write records") : qsTr("Let somebody read private parts")
    text: form.writes ? qsTr("Workshops and devices write service, repairs and readings once you let them.")
        : qsTr("They get the keys of the private parts there are now, and of those written while the access lasts.")
    actionText: qsTr("Continue in the signer")
    actionKind: "primary"
    actionReason: form.waitsFor
    onActed: grants.grant()

    TextField {
        id: who
        label: qsTr("Who")
        placeholderText: qsTr("0x and 40 letters and digits, or a name")
        help: dialog.form.toProblem !== "" ? dialog.form.toProblem : dialog.form.toText
        maximumLength: 80
        Layout.fillWidth: true
        onTextChanged: dialog.form.to = text
    }
    Flow {
        visible: dialog.form.names.length > 0
        spacing: Theme.space4
        Layout.fillWidth: true
        Repeater {
            model: dialog.form.names
            delegate: Button {
                required property string modelData
                text: modelData
                kind: "quiet"
                size: "compact"
                selected: dialog.form.to === modelData
                onClicked: Qt.callLater(dialog.take, modelData) // the names are others then
            }
        }
    }
    Label { text: qsTr("Records"); type: Theme.label }
    Flow {
        spacing: Theme.space12
        Layout.fillWidth: true
        Repeater {
            model: dialog.form.kinds
            delegate: CheckBox {
                required property var modelData
                text: modelData.text
                checked: modelData.on
                onToggled: dialog.form.setKind(modelData.bit, checked)
            }
        }
    }
    ComboBox {
        label: qsTr("How long")
        model: dialog.form.spans
        currentIndex: dialog.form.span
        Layout.fillWidth: true
        onActivated: index => dialog.form.span = index
    }
    Label { text: dialog.form.waitsFor !== "" ? dialog.form.waitsFor : dialog.form.consequence; color: dialog.form.waitsFor !== "" ? Theme.text2 : Theme.text; wrapMode: Text.Wrap; Layout.fillWidth: true }
}
