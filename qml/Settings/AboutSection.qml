// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Version, and whose work this stands on.
Card {
    id: card

    required property SettingsViewModel viewModel

    readonly property var parts: [
        { name: qsTr("Qt %1").arg(viewModel.qtVersion), licence: "LGPL-3.0" },
        { name: "QCoro", licence: "MIT" },
        { name: "SQLCipher", licence: "BSD-3-Clause" },
        { name: "libsecp256k1", licence: "MIT" },
        { name: "OpenSSL", licence: "Apache-2.0" },
        { name: "qrencode", licence: "LGPL-2.1" },
        { name: "OpenZeppelin Contracts", licence: "MIT" },
        { name: "Safe contracts", licence: "LGPL-3.0" },
        { name: "Inter, JetBrains Mono", licence: "OFL-1.1" },
        { name: "Lucide", licence: "ISC" }
    ]

    title: qsTr("About AutoChain")
    spacing: Theme.space8

    KeyValue { key: qsTr("Version"); value: card.viewModel.version; keyWidth: Theme.scaled(120); Layout.fillWidth: true }
    Label {
        text: qsTr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty.")
        color: Theme.text2
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    Divider { Layout.fillWidth: true }
    Label { text: qsTr("It stands on"); type: Theme.strong }
    Rows {
        spacing: Theme.space8
        model: card.parts
        delegate: KeyValue { required property var modelData; key: modelData.name; value: modelData.licence; width: parent ? parent.width : 0 }
    }
}
