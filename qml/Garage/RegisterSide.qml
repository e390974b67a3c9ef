// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What the VIN says so far, and what registering means.
ColumnLayout {
    id: side

    required property RegisterViewModel registration

    spacing: Theme.cardGap

    Card {
        title: qsTr("What the VIN says so far")
        Layout.fillWidth: true
        Rows {
            spacing: Theme.space8
            model: side.registration.facts
            delegate: KeyValue {
                required property var modelData
                key: modelData.key
                value: modelData.value
                keyWidth: 8 * Theme.grid
                width: parent ? parent.width : 0
            }
        }
        Divider { Layout.fillWidth: true; Layout.topMargin: Theme.space4 }
        Label { text: side.registration.checkNote; type: Theme.caption; color: Theme.text3; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
    Card {
        title: qsTr("One car, one ID")
        Layout.fillWidth: true
        Label {
            text: qsTr("A VIN can be registered once, ever. If somebody has registered yours, you see it here before you pay anything.")
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Label { text: qsTr("It costs the network fee, shown in the signer before you sign."); type: Theme.caption; color: Theme.text3; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
}
