// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import AutoChain.Theme

/// The words of something drawn, on hover and on focus.
T.ToolTip {
    id: tip

    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: -implicitHeight - Theme.space4
    implicitWidth: Math.min(Theme.tooltipWidth, words.implicitWidth + 2 * Theme.space8)
    implicitHeight: implicitContentHeight + 2 * Theme.space4
    leftPadding: Theme.space8
    rightPadding: Theme.space8
    topPadding: Theme.space4
    bottomPadding: Theme.space4
    margins: Theme.space4
    delay: Theme.tooltipDelay
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent

    background: Rectangle {
        radius: Theme.radiusMark
        color: Theme.toastGround
    }
    contentItem: Label {
        id: words
        text: tip.text
        type: Theme.caption
        color: Theme.toastText
        wrapMode: Text.Wrap
    }
}
