// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Where a value comes from: level "proven", "local", "reported" or "stale". Stands after the value, Theme.markGap apart.
/// Word on hover and in the accessible name; `focusable` puts it into the Tab order and shows the word on focus too.
Image {
    id: mark

    property string level: "reported"
    property string detail
    property real size: Theme.markSmall
    property color color: Theme.provenanceColor(level)
    property color cut: Theme.surface
    property bool focusable: false

    readonly property string shape: ["proven", "local", "stale"].includes(level) ? level : "reported"
    readonly property string word: shape === "proven" ? qsTr("Proven") : shape === "local" ? qsTr("Local")
        : shape === "stale" ? qsTr("Stale") : qsTr("Reported")
    readonly property string sentence: shape === "proven" ? qsTr("checked on this computer against a verified header")
        : shape === "local" ? qsTr("practice chain on this computer")
        : shape === "stale" ? qsTr("was proven, but no fresh block or rate since") : qsTr("somebody’s word, not proven")
    readonly property real dpr: Screen.devicePixelRatio

    width: size
    height: size
    sourceSize: Qt.size(Math.round(size * dpr), Math.round(size * dpr))
    source: "image://art/marks/" + shape + "?color=" + Theme.hex(color) + "&cut=" + Theme.hex(cut)
    activeFocusOnTab: focusable
    Accessible.role: Accessible.Graphic
    Accessible.name: word
    Accessible.description: detail !== "" ? detail : sentence

    FocusRing { visible: mark.activeFocus; around: mark.size / 2 }
    HoverHandler { id: pointer }
    HoverTip {
        shown: pointer.hovered || mark.activeFocus
        text: qsTr("%1: %2").arg(mark.word).arg(mark.detail !== "" ? mark.detail : mark.sentence)
    }
}
