// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// An amount as the view-model formatted it, its unit one step smaller, and optionally the reader's currency and marks.
/// size: "xl", "lg", "md", "row". Widths never elide.
Row {
    id: money

    property string amount
    property string unit
    property string size: "row"
    property string level
    /// What the amount is; with it the mark tells how it is known. `block`: the one it was read at.
    property string about
    property var block
    property string approx
    property string approxLevel
    property bool struck: false
    property color color: Theme.text

    readonly property TypeStyle type: size === "xl" ? Theme.figureXl : size === "lg" ? Theme.title : size === "md" ? Theme.heading : Theme.strong
    readonly property TypeStyle unitType: size === "xl" ? Theme.heading : size === "lg" ? Theme.bodyLarge : size === "md" ? Theme.body : Theme.caption
    readonly property string spoken: [amount, unit, level !== "" ? mark.word : "",
        approx !== "" ? qsTr("about %1").arg(approx) : "", approx !== "" && approxLevel !== "" ? rate.word : ""].filter(w => w !== "").join(" ")

    spacing: 0
    Accessible.role: Accessible.StaticText
    Accessible.name: spoken

    Text {
        id: figure
        text: money.amount
        textFormat: Text.PlainText
        font.family: money.type.font.family
        font.pixelSize: money.type.font.pixelSize
        font.weight: money.type.font.weight
        font.letterSpacing: money.type.font.letterSpacing
        font.strikeout: money.struck
        color: money.struck ? Theme.text3 : money.color
        lineHeight: money.type.lineHeight
        lineHeightMode: Text.FixedHeight
        topPadding: money.type.leading
        bottomPadding: -money.type.leading
        Accessible.ignored: true
    }
    Text {
        visible: money.unit !== ""
        leftPadding: Theme.space4
        y: figure.baselineOffset - baselineOffset
        text: money.unit
        textFormat: Text.PlainText
        font.family: money.unitType.font.family
        font.pixelSize: money.unitType.font.pixelSize
        color: Theme.text3
        Accessible.ignored: true
    }
    Item { width: money.level !== "" ? Theme.markGap + Theme.space2 : 0; height: Theme.hairline }
    ProvenanceMark {
        id: mark
        visible: money.level !== ""
        level: money.level
        about: money.about
        block: money.block
        y: Math.round(figure.baselineOffset - money.type.font.pixelSize * 0.36 - height / 2)
    }
    Text {
        visible: money.approx !== ""
        leftPadding: Theme.space8
        y: figure.baselineOffset - baselineOffset
        text: "≈ " + money.approx
        textFormat: Text.PlainText
        font: Theme.caption.font
        color: Theme.text3
        Accessible.ignored: true
    }
    Item { width: money.approxLevel !== "" ? Theme.markGap : 0; height: Theme.hairline }
    ProvenanceMark {
        id: rate
        visible: money.approx !== "" && money.approxLevel !== ""
        level: money.approxLevel
        y: Math.round(figure.baselineOffset - Theme.caption.font.pixelSize * 0.36 - height / 2)
    }
}
