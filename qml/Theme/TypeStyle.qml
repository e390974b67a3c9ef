// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// One step of the type scale: what `font:` and `lineHeight:` of a Text want, already multiplied by the text scale.
QtObject {
    required property real scale
    required property string family
    required property int size
    required property int line
    property int weight: Font.Normal
    property real tracking: 0

    readonly property real lineHeight: Math.round(line * scale)
    /// Qt puts the whole of a fixed line height below the letters; half of it belongs above.
    readonly property real leading: Math.max(0, Math.round((lineHeight - naturalRatio * size * scale) / 2))
    readonly property real naturalRatio: 1.21
    readonly property font font: Qt.font({
        family: family,
        pixelSize: Math.round(size * scale),
        weight: weight,
        letterSpacing: tracking * scale
    })
}
