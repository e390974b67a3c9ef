// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// The car as its pictures show it, or a drawing that says it is one.
Card {
    id: card

    required property VehicleViewModel car
    readonly property PhotosModel photos: car.photos
    readonly property bool some: photos.count > 0
    signal recordChosen(int record)

    flush: true
    spacing: 0

    CarDrawing { visible: area.empty; body: card.car.body; paint: card.car.paint; Layout.fillWidth: true; Layout.preferredHeight: 20 * Theme.grid }
    Pressable {
        id: frame
        objectName: "photoFrame"
        visible: !area.empty
        text: qsTr("Show large")
        accessibleName: qsTr("Photo %1 of %2, %3. Show large").arg(card.photos.at + 1).arg(card.photos.count).arg(card.photos.caption)
        cursorShape: Qt.PointingHandCursor
        Layout.fillWidth: true
        Layout.preferredHeight: 24 * Theme.grid
        onClicked: viewer.show()
        Keys.onLeftPressed: card.photos.turn(-1)
        Keys.onRightPressed: card.photos.turn(1)
        background: FocusRing { visible: frame.visualFocus; around: 0; z: 1 }
        contentItem: PhotoArea { id: area; picture: card.photos.shown; crop: true }
    }
    ListView {
        id: strip
        visible: card.photos.count > 1
        orientation: ListView.Horizontal
        model: card.photos
        spacing: Theme.space4
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: card.photos.at
        implicitHeight: 6 * Theme.grid
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Photos")
        delegate: Pressable {
            id: small
            required property int index
            required property string caption
            required property string state
            required property var picture
            text: qsTr("Photo %1, %2").arg(index + 1).arg(caption)
            width: 8 * Theme.grid
            height: strip.height
            onClicked: card.photos.at = index
            background: Rectangle {
                color: Theme.sunken
                border.width: small.index === card.photos.at ? Theme.focusWidth : Theme.hairline
                border.color: small.index === card.photos.at ? Theme.accent : Theme.border
            }
            contentItem: Item {
                PhotoArea { id: thumb; anchors.fill: parent; anchors.margins: Theme.space2; picture: small.picture; crop: true }
                Icon { visible: thumb.empty; anchors.centerIn: parent; name: small.state === "looking" ? "image" : "image-off"; size: Theme.icon16; color: small.state === "altered" ? Theme.problem : Theme.text2 }
            }
        }
    }
    RowLayout {
        spacing: Theme.space8
        Layout.fillWidth: true
        Layout.margins: Theme.space12
        Layout.topMargin: Theme.space4
        Icon { name: card.some ? "image" : "image-off"; size: Theme.icon14; Layout.alignment: Qt.AlignTop; Layout.topMargin: Theme.space4 }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Label { text: card.some ? card.photos.caption : qsTr("No photos yet"); color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
            Label { visible: text !== ""; text: card.photos.stateText; type: Theme.caption; color: Theme.nodata; wrapMode: Text.Wrap; Layout.fillWidth: true }
        }
        LinkButton { visible: card.photos.record >= 0; text: qsTr("Record %1").arg(card.photos.record + 1); accessibleName: qsTr("The photo’s record, number %1").arg(card.photos.record + 1); Layout.alignment: Qt.AlignTop; onClicked: card.recordChosen(card.photos.record) }
        LinkButton { visible: !card.some && card.car.mine && card.car.price === ""; text: qsTr("Add photos…"); accessibleDescription: qsTr("They are part of the advertisement, in your garage"); onClicked: card.car.openGarage() }
    }
    PhotoViewer { id: viewer; photos: card.photos; onRecordChosen: record => card.recordChosen(record) }
}
