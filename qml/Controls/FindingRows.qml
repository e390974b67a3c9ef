// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// What a test found: a mark, a title and a sentence each. `model`: [{ status, title, text }].
Rows {
    spacing: Theme.space12
    delegate: RowLayout {
        id: finding
        required property var modelData
        spacing: Theme.space12
        width: parent ? parent.width : 0
        StatusMark { status: finding.modelData.status; size: Theme.icon18; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space2 }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Label { text: finding.modelData.title; type: Theme.strong; wrapMode: Text.Wrap; Layout.fillWidth: true }
            Label { text: finding.modelData.text; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
        }
    }
}
