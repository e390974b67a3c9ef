// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// The left rail: sign, search, places, settings, person. `items` and `footItems`: [{ key, text, icon, count }].
/// Up and Down move between entries. 208 wide, 88 when slim.
Rectangle {
    id: rail

    property var items: []
    property var footItems: []
    property string current
    property bool slim: !Theme.wide
    property string personName
    property string personAddress
    property string searchKeys: qsTr("Ctrl K")

    signal selected(string key)
    signal findRequested()
    signal personRequested()

    implicitWidth: slim ? Theme.railSlimWidth : Theme.railWidth
    color: Theme.rail
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Component {
        id: entry
        NavItem {
            required property var modelData
            text: modelData.text
            icon: modelData.icon
            count: modelData.count ?? 0
            current: rail.current === modelData.key
            slim: rail.slim
            width: parent ? parent.width : 0
            Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            onClicked: rail.selected(modelData.key)
        }
    }

    Divider { vertical: true; height: parent.height; anchors.right: parent.right; color: Theme.border }
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space8
        anchors.rightMargin: Theme.space8
        anchors.topMargin: Theme.space12
        anchors.bottomMargin: Theme.space8
        spacing: rail.slim ? Theme.space4 : Theme.space2

        RowLayout {
            spacing: Theme.space8
            Layout.leftMargin: rail.slim ? 0 : Theme.space8
            Layout.alignment: rail.slim ? Qt.AlignHCenter : Qt.AlignLeft
            Layout.bottomMargin: Theme.space12
            BrandMark {}
            Label { visible: !rail.slim; text: qsTr("AutoChain"); type: Theme.cardTitle }
        }
        FindButton {
            visible: !rail.slim
            keys: rail.searchKeys
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space16
            onClicked: rail.findRequested()
        }
        NavItem {
            visible: rail.slim
            slim: true
            text: qsTr("Find")
            icon: "search"
            Layout.fillWidth: true
            onClicked: rail.findRequested()
        }
        Rows { model: rail.items; delegate: entry; spacing: parent.spacing }
        Item { Layout.fillHeight: true }
        Rows { model: rail.footItems; delegate: entry; spacing: parent.spacing }
        Divider { visible: rail.personName !== ""; Layout.fillWidth: true; Layout.topMargin: Theme.space4; Layout.bottomMargin: Theme.space4; color: Theme.border }
        PersonButton {
            visible: rail.personName !== ""
            slim: rail.slim
            name: rail.personName
            address: rail.personAddress
            Layout.fillWidth: true
            onClicked: rail.personRequested()
        }
    }
}
