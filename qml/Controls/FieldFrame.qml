// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Ground and outline of a field, with its states.
Rectangle {
    property bool focused: false
    property bool failed: false
    property bool off: false

    radius: Theme.radiusControl
    color: off ? Theme.sunken : Theme.surface
    border.width: failed ? Theme.line2 : Theme.hairline
    border.color: failed ? Theme.problem : off ? Theme.border : Theme.borderControl
    Accessible.ignored: true

    FocusRing { visible: parent.focused }
}
