// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQuick
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The accounts of this network; choosing one makes it the one in use. Those that are only looked at cannot be.
Menu {
    id: menu

    required property ShellViewModel shell

    implicitWidth: Theme.menuWidth + 6 * Theme.grid
    // Not a Repeater: what comes later would stand below the last entry.
    Instantiator {
        model: menu.shell.accounts.accounts
        delegate: MenuItem {
            required property string name
            required property string address
            required property bool inUse
            required property bool watched
            required property string useReason
            text: name
            symbol: inUse ? "check" : watched ? "eye" : "user"
            disabledReason: watched ? qsTr("looked at only") : useReason
            onTriggered: menu.shell.accountWanted(address)
        }
        onObjectAdded: (index, object) => menu.insertItem(index, object)
        onObjectRemoved: (index, object) => menu.removeItem(object)
    }
    MenuLine {}
    MenuItem { text: qsTr("Receive…"); symbol: "qr-code"; onTriggered: menu.shell.navigation.open("wallet/receive") }
    MenuItem { text: qsTr("Accounts…"); symbol: "key-round"; onTriggered: menu.shell.navigation.open("settings/accounts") }
}
