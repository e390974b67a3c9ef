// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Where a value comes from: level "proven", "local", "reported" or "stale". Stands after the value, Theme.markGap apart.
/// Word on hover and in the accessible name. With `about`, the name of the value, it is a button that asks how this is
/// known: the window's signal `knowledgeWanted(mark)`, where the window has one. `block`: the one it was read at.
Image {
    id: mark

    property string level: "reported"
    property string detail
    property string about
    property var block
    property real size: Theme.markSmall
    property color color: Theme.provenanceColor(level)
    property color cut: Theme.surface
    /// In dense lists it is reached by the pointer and by assistive technology, but is no stop of the Tab key.
    property bool tabStop: true

    readonly property string shape: ["proven", "local", "stale"].includes(level) ? level : "reported"
    readonly property string word: shape === "proven" ? qsTr("Proven") : shape === "local" ? qsTr("Local")
        : shape === "stale" ? qsTr("Stale") : qsTr("Reported")
    readonly property string sentence: shape === "proven" ? qsTr("checked on this computer against a verified header")
        : shape === "local" ? qsTr("practice chain on this computer")
        : shape === "stale" ? qsTr("was proven, but no fresh block or rate since") : qsTr("somebody’s word, not proven")
    readonly property real dpr: Screen.devicePixelRatio
    readonly property var teller: Window.window
    readonly property bool tells: about !== "" && teller !== null && teller.knowledgeWanted !== undefined

    function ask() {
        if (tells)
            teller.knowledgeWanted(mark)
    }

    width: size
    height: size
    sourceSize: Qt.size(Math.round(size * dpr), Math.round(size * dpr))
    source: "image://art/marks/" + shape + "?color=" + Theme.hex(color) + "&cut=" + Theme.hex(cut)
    activeFocusOnTab: tells && tabStop
    Accessible.role: tells ? Accessible.Button : Accessible.Graphic
    Accessible.name: about !== "" ? qsTr("%1: %2").arg(word).arg(about) : word
    Accessible.description: detail !== "" ? detail : sentence
    Accessible.focusable: tells
    Accessible.onPressAction: ask()
    Keys.enabled: tells
    Keys.onSpacePressed: ask()
    Keys.onReturnPressed: ask()
    Keys.onEnterPressed: ask()

    FocusRing { visible: mark.activeFocus; around: mark.size / 2 }
    HoverHandler { id: pointer; cursorShape: mark.tells ? Qt.PointingHandCursor : Qt.ArrowCursor }
    HoverTip {
        shown: pointer.hovered || mark.activeFocus
        text: qsTr("%1: %2").arg(mark.word).arg(mark.detail !== "" ? mark.detail : mark.sentence)
    }
    MouseArea { // larger than the mark, which is small to hit
        enabled: mark.tells
        anchors.fill: parent
        anchors.margins: -Theme.markGap
        onClicked: mark.ask()
    }
}
