// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// Sections at the left, one of them in front; on a narrow window the sections are a choice above.
Page {
    id: page

    required property SettingsViewModel viewModel
    required property ShellViewModel shell

    readonly property var sections: [
        { key: "appearance", text: qsTr("Appearance") }, { key: "accounts", text: qsTr("Accounts") }, { key: "network", text: qsTr("Network") },
        { key: "signer", text: qsTr("Signer and words") }, { key: "backup", text: qsTr("Backup") }, { key: "book", text: qsTr("Address book") }
    ].concat(viewModel.practice ? [{ key: "practice", text: qsTr("Practice market") }] : []).concat([{ key: "about", text: qsTr("About") }])

    /// The page is made in steps while others are in view. A section that changes in the middle of that would be taken
    /// down half made, which Qt 6.4 does not always survive: so it is made once the page stands.
    property bool whole: false

    title: qsTr("Settings")
    model: viewModel
    Component.onCompleted: whole = true

    ComboBox {
        visible: Theme.narrow
        accessibleName: qsTr("Section of the settings")
        model: page.sections.map(s => s.text)
        currentIndex: page.sections.findIndex(s => s.key === page.viewModel.section)
        Layout.fillWidth: true
        onActivated: index => page.viewModel.section = page.sections[index].key
    }
    RowLayout {
        spacing: Theme.space24
        Layout.fillWidth: true

        Column {
            visible: !Theme.narrow
            spacing: Theme.space2
            Layout.preferredWidth: Theme.scaled(176)
            Layout.alignment: Qt.AlignTop
            Accessible.role: Accessible.PageTabList
            Accessible.name: qsTr("Sections")
            Repeater {
                model: page.sections
                delegate: SectionItem {
                    required property var modelData
                    text: modelData.text
                    current: page.viewModel.section === modelData.key
                    width: parent ? parent.width : 0
                    onClicked: page.viewModel.section = modelData.key
                }
            }
        }
        Loader {
            active: page.whole
            sourceComponent: ({ appearance: appearance, accounts: accounts, network: network, signer: signer, backup: backup, book: book, practice: practice, about: about })[page.viewModel.section]
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
    }
    Component { id: appearance; AppearanceSection { appearance: page.shell.appearance } }
    Component { id: accounts; AccountsSection { viewModel: page.viewModel.accounts; shell: page.shell; onResultShown: result => page.ensureVisible(result) } }
    Component { id: network; NetworkSection { viewModel: page.viewModel; shell: page.shell } }
    Component { id: signer; SignerSection { signer: page.viewModel.signer; backup: page.shell.backup } }
    Component { id: backup; BackupSection { backup: page.shell.backup } }
    Component { id: book; AddressBookSection { book: page.viewModel.book } }
    Component { id: practice; PracticeSection { viewModel: page.viewModel; shell: page.shell } }
    Component { id: about; AboutSection { viewModel: page.viewModel } }
}
