// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// A ToolTip that exists only while it is shown; tables hold thousands of marks. Child of what it explains.
Loader {
    id: tip

    property string text
    property bool shown: false

    anchors.fill: parent
    active: shown && text !== ""
    sourceComponent: ToolTip {
        visible: true
        text: tip.text
    }
    Accessible.ignored: true
}
