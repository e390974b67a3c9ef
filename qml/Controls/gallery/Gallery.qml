// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme
import AutoChain.Controls

/// Every control in every state, grouped as in the comp.
Item {
    implicitHeight: all.implicitHeight + 2 * Theme.space32

    ColumnLayout {
        id: all
        x: Theme.space32
        y: Theme.space32
        width: parent.width - 2 * Theme.space32
        spacing: Theme.space16

        Row {
            spacing: Theme.space16
            Label { id: heading; text: Theme.dark ? "Controls, dark" : "Controls, light"; type: Theme.title }
            Label { text: "Every control in every state. Sizes: compact 28, normal 36, large 44. Radius 6, cards 8, marks 4."; color: Theme.text2; y: Theme.space4 }
        }
        RowLayout {
            spacing: Theme.space16
            Layout.fillWidth: true
            ColumnLayout {
                spacing: Theme.space16
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: 1
                Layout.fillWidth: true
                GalleryButtons { Layout.fillWidth: true }
                GalleryFields { Layout.fillWidth: true }
                GalleryStatus { Layout.fillWidth: true }
                GalleryBanners { Layout.fillWidth: true }
            }
            ColumnLayout {
                spacing: Theme.space16
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: 1
                Layout.fillWidth: true
                GalleryHold { Layout.fillWidth: true }
                GalleryChoosing { Layout.fillWidth: true }
                GalleryValues { Layout.fillWidth: true }
                GalleryDialog { Layout.fillWidth: true }
            }
        }
        GalleryTable { Layout.fillWidth: true }
    }
}
