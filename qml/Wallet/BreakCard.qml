// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What saves the person when this computer is gone, and when that was last tried.
Card {
    id: card

    required property BackupViewModel backup

    title: qsTr("If this computer breaks")
    spacing: Theme.space12

    RowLayout {
        spacing: Theme.space12
        Layout.fillWidth: true
        StatusMark { status: card.backup.wordsStatus; size: Theme.icon18; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space2 }
        RichLine { strong: card.backup.wordsTitle; plain: card.backup.wordsText; Layout.fillWidth: true }
    }
    Button { visible: card.backup.hasWords; text: qsTr("Test my words…"); onClicked: card.backup.testWords() }
}
