// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQuick
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Everybody of the practice market; choosing one makes you them.
Menu {
    id: menu

    required property PracticeViewModel practice

    function openAt(x: real, y: real): void {
        menu.x = x
        menu.y = y
        menu.open()
    }

    implicitWidth: Theme.menuWidth + 6 * Theme.grid
    // Not a Repeater: what comes later would be stacked before an entry that is not beside it any more.
    Instantiator {
        model: menu.practice.people
        delegate: MenuItem {
            required property string name
            required property string personRole
            required property string address
            required property bool current
            text: qsTr("%1, %2").arg(name).arg(personRole)
            symbol: current ? "check" : "user"
            onTriggered: menu.practice.switchTo(address)
        }
        onObjectAdded: (index, object) => menu.insertItem(index, object)
        onObjectRemoved: (index, object) => menu.removeItem(object)
    }
}
