// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// One photo as large as the window; arrows turn to the next, Esc closes.
T.Popup {
    id: viewer

    required property PhotosModel photos
    signal recordChosen(int record)

    function show(): void {
        photos.enlarge()
        open()
    }

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    padding: Theme.space24
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    onOpened: close_.forceActiveFocus(Qt.TabFocusReason)

    T.Overlay.modal: Rectangle { color: Theme.scrim }

    background: Rectangle { color: Theme.canvas }
    contentItem: ColumnLayout {
        spacing: Theme.space12
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Photo %1 of %2").arg(viewer.photos.at + 1).arg(viewer.photos.count)
        Keys.onLeftPressed: viewer.photos.turn(-1)
        Keys.onRightPressed: viewer.photos.turn(1)
        RowLayout {
            spacing: Theme.space8
            Layout.fillWidth: true
            Label { text: qsTr("%1 of %2").arg(viewer.photos.at + 1).arg(viewer.photos.count); type: Theme.label }
            Label { text: viewer.photos.caption; color: Theme.text2; elide: Text.ElideRight; Layout.fillWidth: true }
            LinkButton { visible: viewer.photos.record >= 0; text: qsTr("Record %1").arg(viewer.photos.record + 1); onClicked: { viewer.close(); viewer.recordChosen(viewer.photos.record) } }
            IconButton { visible: viewer.photos.count > 1; icon: "chevron-left"; text: qsTr("Photo before"); onClicked: viewer.photos.turn(-1) }
            IconButton { visible: viewer.photos.count > 1; icon: "chevron-right"; text: qsTr("Next photo"); onClicked: viewer.photos.turn(1) }
            IconButton { id: close_; icon: "x"; text: qsTr("Close"); onClicked: viewer.close() }
        }
        PhotoArea {
            picture: viewer.photos.shown
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.Graphic
            Accessible.name: viewer.photos.caption
            Label { visible: parent.empty; anchors.centerIn: parent; text: viewer.photos.stateText; color: Theme.text2 }
        }
    }
}
