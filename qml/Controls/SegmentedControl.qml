// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Two to five choices side by side. `options`: words, or objects { text, icon, key }. Arrow keys choose, Tab leaves.
ControlBase {
    id: control

    property var options: []
    property int currentIndex: 0
    property string size: "normal"
    property string accessibleName

    /// Emitted when the person chooses, not when `currentIndex` is set.
    signal activated(int index)

    function choose(index: int) {
        if (index < 0 || index >= options.length || index === currentIndex)
            return
        currentIndex = index
        activated(index)
    }

    implicitWidth: row.implicitWidth
    implicitHeight: size === "compact" ? Theme.controlCompact : Theme.controlNormal
    Accessible.role: Accessible.PageTabList
    Accessible.name: accessibleName
    Accessible.focusable: true
    Keys.onPressed: event => {
        const back = mirrored ? Qt.Key_Right : Qt.Key_Left
        const forth = mirrored ? Qt.Key_Left : Qt.Key_Right
        const target = event.key === back || event.key === Qt.Key_Up ? currentIndex - 1
            : event.key === forth || event.key === Qt.Key_Down ? currentIndex + 1
            : event.key === Qt.Key_Home ? 0 : event.key === Qt.Key_End ? options.length - 1 : -2
        event.accepted = target !== -2
        if (event.accepted)
            choose(target)
    }

    background: Item { FocusRing { visible: control.visualFocus } }
    contentItem: Row {
        id: row
        Repeater {
            model: control.options
            delegate: Segment {
                required property int index
                required property var modelData
                height: control.height
                text: typeof modelData === "string" ? modelData : modelData.text
                icon: typeof modelData === "string" ? "" : modelData.icon ?? ""
                keyHint: typeof modelData === "string" ? "" : modelData.key ?? ""
                current: control.currentIndex === index
                first: index === 0
                last: index === control.options.length - 1
                enabled: control.enabled
                onChosen: {
                    control.focusByPointer()
                    control.choose(index)
                }
            }
        }
    }
}
