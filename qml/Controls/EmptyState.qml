// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// What would be here, what it is good for, the one useful action. `filtered` offers to clear the filter instead.
ColumnLayout {
    id: empty

    property string icon: "inbox"
    property string title
    property string text
    property string actionText
    property string actionReason
    property bool filtered: false

    signal actionRequested()
    signal clearRequested()

    spacing: Theme.space4
    Accessible.role: Accessible.Grouping
    Accessible.name: caption.text

    Icon { name: empty.filtered ? "list-filter" : empty.icon; size: Theme.icon24; color: Theme.text3; Layout.alignment: Qt.AlignHCenter; Layout.bottomMargin: Theme.space4 }
    Label {
        id: caption
        text: empty.filtered ? qsTr("Nothing fits this filter") : empty.title
        type: Theme.cardTitle
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    Label {
        visible: text !== ""
        text: empty.filtered ? qsTr("There is something here that the filter hides.") : empty.text
        color: Theme.text2
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.readingWidth
        Layout.alignment: Qt.AlignHCenter
    }
    Button {
        visible: text !== ""
        text: empty.filtered ? qsTr("Clear the filter") : empty.actionText
        kind: empty.filtered ? "normal" : "primary"
        disabledReason: empty.filtered ? "" : empty.actionReason
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.space12
        onClicked: empty.filtered ? empty.clearRequested() : empty.actionRequested()
    }
}
