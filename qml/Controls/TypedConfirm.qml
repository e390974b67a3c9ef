// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// The way to confirm without holding: type the words given, then press Confirm. Wrong words only say so.
FocusScope {
    id: typed

    property string phrase
    property bool danger: false
    property bool open: false

    readonly property bool matches: plain(entry.text) === plain(phrase)

    signal confirmed()
    signal closed()

    /// Spaces of any kind and letter case do not count; every other sign does.
    function plain(words: string): string {
        return words.replace(/[\s\u00a0\u202f]+/g, "").toLowerCase()
    }
    function show() {
        entry.text = ""
        open = true
        entry.forceActiveFocus(Qt.TabFocusReason)
    }
    function hide() {
        open = false
    }

    visible: open
    implicitWidth: column.implicitWidth
    implicitHeight: open ? column.implicitHeight : 0
    Keys.onEscapePressed: { hide(); closed() }

    Column {
        id: column
        width: parent.width
        spacing: Theme.space8

        TextField {
            id: entry
            objectName: "typedEntry"
            width: parent.width
            label: qsTr("To confirm, type %1").arg(typed.phrase)
            help: text !== "" && !typed.matches ? qsTr("Not the same yet.") : ""
        }
        Flow {
            width: parent.width
            spacing: Theme.space8
            Button {
                objectName: "typedCancel"
                text: qsTr("Cancel")
                onClicked: { typed.hide(); typed.closed() }
            }
            Button {
                objectName: "typedConfirm"
                text: qsTr("Confirm")
                kind: typed.danger ? "danger" : "normal"
                enterPresses: false
                disabledReason: typed.matches ? "" : qsTr("Type %1 first").arg(typed.phrase)
                onClicked: { typed.hide(); typed.closed(); typed.confirmed() }
            }
        }
    }
}
