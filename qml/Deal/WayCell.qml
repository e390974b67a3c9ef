// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Controls
import AutoChain.Theme

/// What one person gets by one way to settle: title, money, or nothing.
Item {
    id: cell

    property string who
    property bool title: false
    property bool titleBack: false
    property string money

    implicitHeight: Theme.rowNormal - Theme.space4
    Accessible.role: Accessible.StaticText
    Accessible.name: [who, title ? words.text : "", money !== "" ? qsTr("%1 AUC").arg(money) : "", !title && money === "" ? qsTr("nothing") : ""].filter(w => w !== "").join(" ")

    Row {
        x: Theme.space16
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space12
        Row {
            visible: cell.title
            spacing: Theme.space8
            anchors.verticalCenter: parent.verticalCenter
            Icon {
                name: "scroll-text"
                size: Theme.icon14
                color: Theme.text
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                id: words
                text: cell.titleBack ? qsTr("Title back") : qsTr("Title")
                type: Theme.strong
                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        Money {
            visible: cell.money !== ""
            amount: cell.money
            unit: qsTr("AUC")
            Accessible.ignored: true
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            visible: !cell.title && cell.money === ""
            text: qsTr("nothing")
            color: Theme.text2
            Accessible.ignored: true
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Divider {
        width: parent.width
        anchors.bottom: parent.bottom
    }
}
