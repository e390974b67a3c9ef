// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One car for sale: picture, name, price, place in the market, four answers.
Pressable {
    id: card

    required property string key
    required property string title
    required property string year
    required property string facts
    required property string price
    required property string level
    required property var block
    required property string against
    required property string body
    required property string paint
    required property var photo
    required property string tag
    required property string odometer
    required property string accidents
    required property string titleStatus
    required property string liens
    required property string spoken
    required property bool watched

    signal watchToggled()

    text: year === "" ? title : qsTr("%1, %2").arg(title).arg(year)
    accessibleName: spoken
    Accessible.role: Accessible.Button
    implicitHeight: column.implicitHeight + 2 * Theme.hairline

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: Theme.hairline
        border.color: card.over ? Theme.borderControl : Theme.border
        FocusRing { visible: card.visualFocus; around: Theme.radiusCard }
    }
    contentItem: ColumnLayout {
        id: column
        spacing: 0

        Item {
            Layout.fillWidth: true
            Layout.margins: Theme.hairline
            implicitHeight: 15.5 * Theme.grid
            CarDrawing { visible: area.empty; anchors.fill: parent; body: card.body; paint: card.paint; radius: Theme.radiusCard - Theme.hairline; fill: 0.92 }
            PhotoArea { id: area; visible: !empty; anchors.fill: parent; picture: card.photo; crop: true }
            Tag { visible: text !== ""; text: card.tag; x: Theme.space8; y: Theme.space8 }
            IconButton {
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: Theme.space4
                compact: true
                icon: card.watched ? "bookmark-check" : "bookmark"
                text: card.watched ? qsTr("Stop watching") : qsTr("Watch")
                onClicked: card.watchToggled()
            }
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.margins: Theme.space12
            Label { text: card.text; type: Theme.cardTitle; elide: Text.ElideRight; Layout.fillWidth: true; Accessible.ignored: true }
            Label { text: card.facts; color: Theme.text2; elide: Text.ElideRight; Layout.fillWidth: true; Accessible.ignored: true }
            Money { amount: card.price; unit: qsTr("AUC"); size: "lg"; level: card.level; about: qsTr("Price of %1, %2 AUC").arg(card.text).arg(card.price); block: card.block; Layout.topMargin: Theme.space4; Accessible.ignored: true }
            Label { text: card.against; type: Theme.caption; color: Theme.text3; elide: Text.ElideRight; Layout.fillWidth: true; Accessible.ignored: true }
            Divider { Layout.fillWidth: true; Layout.topMargin: Theme.space8; Layout.bottomMargin: Theme.space8 }
            RowLayout {
                spacing: Theme.space4
                Layout.fillWidth: true
                Verdict { status: card.titleStatus; word: qsTr("Title"); fullWord: qsTr("Title"); Layout.fillWidth: true }
                Verdict { status: card.odometer; word: qsTr("Odo"); fullWord: qsTr("Odometer"); Layout.fillWidth: true }
                Verdict { status: card.accidents; word: qsTr("Acc"); fullWord: qsTr("Accidents"); Layout.fillWidth: true }
                Verdict { status: card.liens; word: qsTr("Lien"); fullWord: qsTr("Liens") }
            }
        }
    }
}
