// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What was checked about the address, worst first.
Card {
    id: card

    required property ChecksModel checks

    title: qsTr("Checked for you")
    flush: true
    spacing: 0

    Rows {
        model: card.checks
        delegate: ColumnLayout {
            id: check
            required property int index
            required property string status
            required property string title
            required property string text
            required property string address
            spacing: 0
            width: parent ? parent.width : 0
            Accessible.role: Accessible.ListItem
            Accessible.name: [title, text].join(". ")
            Divider { visible: check.index > 0; Layout.fillWidth: true }
            RowLayout {
                spacing: Theme.space12
                Layout.fillWidth: true
                Layout.margins: Theme.space12
                Layout.leftMargin: Theme.space16
                StatusMark { status: check.status; size: Theme.icon16; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space2 }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true
                    Label { text: check.title; type: Theme.strong; wrapMode: Text.Wrap; Layout.fillWidth: true }
                    Label { text: check.text; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
                    AddressText { visible: check.address !== ""; address: check.address; full: true; wrapMode: Text.Wrap; Layout.fillWidth: true }
                }
            }
        }
    }
}
