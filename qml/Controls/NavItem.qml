// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// One entry of the rail. The current one has a surface ground and the accent bar at the window's left edge.
Pressable {
    id: item

    property string icon
    property int count: 0
    property bool current: false
    property bool slim: false
    property real barOffset: Theme.space8

    readonly property color ink: current ? Theme.text : Theme.text2

    accessibleName: count > 0 ? qsTr("%1, %L2 waiting").arg(text).arg(count) : text
    accessibleRole: Accessible.PageTab
    Accessible.selected: current
    implicitHeight: slim ? Theme.railItemSlim : Theme.railItem
    leftPadding: slim ? 0 : Theme.space8
    rightPadding: slim ? 0 : Theme.space8

    background: Item {
        Rectangle {
            anchors.fill: parent
            radius: Theme.radiusControl
            color: item.current ? Theme.surface : item.down ? Theme.pressed : item.over ? Theme.hover : Theme.none
            border.width: item.current ? Theme.hairline : 0
            border.color: Theme.border
        }
        Rectangle {
            visible: item.current
            x: -item.barOffset
            width: Theme.line3
            height: Theme.icon20
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accent
        }
        FocusRing { visible: item.visualFocus }
    }
    contentItem: Item {
        Icon {
            id: sign
            name: item.icon
            size: Theme.icon18
            color: item.current ? Theme.accentText : Theme.text2
            x: item.slim ? (parent.width - width) / 2 : 0
            y: item.slim ? Theme.space6 : (parent.height - height) / 2
        }
        Text {
            text: item.text
            textFormat: Text.PlainText
            font: Theme.label.font
            color: item.ink
            elide: Text.ElideRight
            horizontalAlignment: item.slim ? Text.AlignHCenter : Text.AlignLeft
            // In the slim rail long words may use the whole width and shrink to 12.
            fontSizeMode: item.slim ? Text.HorizontalFit : Text.FixedSize
            minimumPixelSize: Theme.caption.font.pixelSize
            x: item.slim ? -Theme.space4 : sign.width + Theme.space12
            width: parent.width - x + (item.slim ? Theme.space4 : 0) - (badge.visible && !item.slim ? badge.width + Theme.space4 : 0)
            y: item.slim ? parent.height - height - Theme.space6 : (parent.height - height) / 2
            Accessible.ignored: true
        }
        CountBadge {
            id: badge
            count: item.count
            x: item.slim ? parent.width / 2 + Theme.space12 : parent.width - width
            y: item.slim ? Theme.space2 : (parent.height - height) / 2
            scale: item.slim ? 0.85 : 1
        }
    }
}
