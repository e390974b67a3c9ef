// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

Window {
    id: window

    property bool dark: false
    property real textScale: 1
    property string page: "controls"

    visible: true
    width: 180 * Theme.grid
    height: loader.item ? loader.item.implicitHeight : width
    title: "Controls"
    color: Theme.canvas

    Binding { target: Theme; property: "dark"; value: window.dark }
    Binding { target: Theme; property: "scale"; value: window.textScale }
    Binding { target: Theme; property: "windowWidth"; value: window.width }

    Loader {
        id: loader
        width: parent.width
        source: window.page === "cars" ? "GalleryCars.qml" : window.page === "shell" ? "GalleryShell.qml" : window.page === "popups" ? "GalleryPopups.qml" : "Gallery.qml"
    }
}
