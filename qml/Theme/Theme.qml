// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

/// Every colour, type step, distance and duration of the suite, by what it means. The root window sets the four inputs;
/// everything else follows at once. No page and no control writes a colour or a pixel size of its own.
QtObject {
    id: theme

    // ---- inputs, set by the root window ----
    property bool dark: false
    property real scale: 1.0
    property bool reducedMotion: false
    /// "No holding" of the accessibility settings: what is held to confirm asks for typed words instead.
    property bool noHolding: false
    /// Width of the window's client area in pixels.
    property real windowWidth: 1440

    // ---- breakpoints: window width / scale ----
    readonly property real effectiveWidth: windowWidth / scale
    /// Full rail and side panel.
    readonly property bool wide: effectiveWidth >= 1200
    /// Slim rail, the side panel becomes tabs.
    readonly property bool medium: !wide && effectiveWidth >= 880
    /// One column, the next action pinned at the bottom.
    readonly property bool narrow: effectiveWidth < 880

    // ---- colours ----
    readonly property color canvas: dark ? "#131417" : "#f5f5f2"
    readonly property color rail: dark ? "#17191c" : "#ecece8"
    readonly property color surface: dark ? "#1c1e22" : "#ffffff"
    readonly property color sunken: dark ? "#16181b" : "#f0f0ec"
    readonly property color hover: dark ? "#272a30" : "#eff1f5"
    readonly property color pressed: dark ? "#2f333a" : "#e2e6ed"
    readonly property color divider: dark ? "#2a2d32" : "#e6e6e1"
    readonly property color border: dark ? "#353940" : "#d8d8d2"
    readonly property color borderControl: dark ? "#7c818b" : "#84868c"
    readonly property color text: dark ? "#ecedef" : "#1a1c1f"
    readonly property color text2: dark ? "#bcc0c7" : "#484b52"
    readonly property color text3: dark ? "#9ba1aa" : "#5f636b"
    readonly property color accent: dark ? "#3f6fdb" : "#1f4fb8"
    readonly property color accentHover: dark ? "#3562cb" : "#1a439c"
    readonly property color accentPressed: dark ? "#2b54b4" : "#153880"
    readonly property color accentText: dark ? "#9dbaff" : "#1f4fb8"
    readonly property color accentTint: dark ? "#1f2b45" : "#e6edfb"
    readonly property color clean: dark ? "#7ad3a1" : "#17633c"
    readonly property color cleanTint: dark ? "#172b20" : "#e4f2e9"
    readonly property color attention: dark ? "#f1bc62" : "#7a4900"
    readonly property color attentionTint: dark ? "#30260f" : "#fbefd6"
    readonly property color problem: dark ? "#ff9c93" : "#a3221a"
    readonly property color problemTint: dark ? "#391d1b" : "#fbe8e6"
    readonly property color danger: dark ? "#c43a31" : "#b3261e"
    readonly property color dangerPressed: dark ? "#9c2820" : "#8a1a14"
    readonly property color nodata: dark ? "#aeb3bb" : "#53565d"
    readonly property color nodataTint: dark ? "#22252a" : "#ecece8"
    readonly property color nodataHatch: dark ? "#363a41" : "#d2d2cc"
    readonly property color practice: dark ? "#c6aef7" : "#523488"
    readonly property color practiceTint: dark ? "#272038" : "#ece6f7"
    readonly property color series1: dark ? "#8daefb" : "#1f4fb8"
    readonly property color series1Fill: dark ? "#202c46" : "#dfe8fa"
    readonly property color tile: dark ? "#24282d" : "#e4e8ea"
    readonly property color focus: dark ? "#9dbaff" : "#1f4fb8"
    // QML takes `onAccent: …` for a signal handler even in a declaration; an alias is how these two keep their names.
    property alias onAccent: inks.accent
    property alias onDanger: inks.danger
    readonly property QtObject inkHolder: QtObject {
        id: inks
        readonly property color accent: dark ? "#ffffff" : "#ffffff"
        readonly property color danger: dark ? "#ffffff" : "#ffffff"
    }
    readonly property color toastGround: text
    readonly property color toastText: surface
    /// What lies over the page behind a dialog.
    readonly property color scrim: "#52000000"
    readonly property color none: "transparent"
    /// A QR code is read by machines: dark on light in both themes.
    readonly property color qrInk: "#111214"
    readonly property color qrGround: "#ffffff"

    /// The colours of a status: "clean", "attention", "problem", anything else is no data.
    function statusColor(status: string): color {
        return status === "clean" ? clean : status === "attention" ? attention : status === "problem" ? problem : nodata
    }
    function statusTint(status: string): color {
        return status === "clean" ? cleanTint : status === "attention" ? attentionTint
             : status === "problem" ? problemTint : nodataTint
    }
    /// The colour of a provenance mark: "proven", "local", "stale", anything else is reported.
    function provenanceColor(level: string): color {
        return level === "proven" ? accentText : level === "local" ? practice : level === "stale" ? attention : text3
    }

    // ---- type ----
    readonly property string family: "AutoChain Inter"
    readonly property string monoFamily: "AutoChain Mono"
    readonly property TypeStyle figureXl: TypeStyle { scale: theme.scale; family: theme.family; size: 32; line: 40; weight: Font.DemiBold; tracking: -0.5 }
    readonly property TypeStyle titleXl: TypeStyle { scale: theme.scale; family: theme.family; size: 28; line: 36; weight: Font.DemiBold; tracking: -0.4 }
    readonly property TypeStyle title: TypeStyle { scale: theme.scale; family: theme.family; size: 20; line: 28; weight: Font.DemiBold; tracking: -0.2 }
    readonly property TypeStyle heading: TypeStyle { scale: theme.scale; family: theme.family; size: 16; line: 24; weight: Font.DemiBold }
    readonly property TypeStyle cardTitle: TypeStyle { scale: theme.scale; family: theme.family; size: 15; line: 20; weight: Font.DemiBold; tracking: -0.1 }
    readonly property TypeStyle lead: TypeStyle { scale: theme.scale; family: theme.family; size: 15; line: 24 }
    readonly property TypeStyle labelLarge: TypeStyle { scale: theme.scale; family: theme.family; size: 15; line: 24; weight: Font.Medium }
    readonly property TypeStyle bodyLarge: TypeStyle { scale: theme.scale; family: theme.family; size: 14; line: 20 }
    readonly property TypeStyle body: TypeStyle { scale: theme.scale; family: theme.family; size: 13; line: 20 }
    readonly property TypeStyle label: TypeStyle { scale: theme.scale; family: theme.family; size: 13; line: 20; weight: Font.Medium }
    readonly property TypeStyle strong: TypeStyle { scale: theme.scale; family: theme.family; size: 13; line: 20; weight: Font.DemiBold }
    readonly property TypeStyle caption: TypeStyle { scale: theme.scale; family: theme.family; size: 12; line: 16 }
    readonly property TypeStyle captionMedium: TypeStyle { scale: theme.scale; family: theme.family; size: 12; line: 16; weight: Font.Medium }
    readonly property TypeStyle captionStrong: TypeStyle { scale: theme.scale; family: theme.family; size: 12; line: 16; weight: Font.DemiBold }
    readonly property TypeStyle mono: TypeStyle { scale: theme.scale; family: theme.monoFamily; size: 12; line: 20 }
    readonly property TypeStyle monoLg: TypeStyle { scale: theme.scale; family: theme.monoFamily; size: 14; line: 24 }
    readonly property TypeStyle monoEntry: TypeStyle { scale: theme.scale; family: theme.monoFamily; size: 20; line: 28 }

    property FontLoader interRegular: FontLoader { source: "qrc:/autochain/fonts/AutoChainInter-Regular.otf" }
    property FontLoader interMedium: FontLoader { source: "qrc:/autochain/fonts/AutoChainInter-Medium.otf" }
    property FontLoader interSemiBold: FontLoader { source: "qrc:/autochain/fonts/AutoChainInter-SemiBold.otf" }
    property FontLoader interBold: FontLoader { source: "qrc:/autochain/fonts/AutoChainInter-Bold.otf" }
    property FontLoader monoRegular: FontLoader { source: "qrc:/autochain/fonts/AutoChainMono-Regular.ttf" }
    property FontLoader monoSemiBold: FontLoader { source: "qrc:/autochain/fonts/AutoChainMono-SemiBold.ttf" }
    property FontLoader monoBold: FontLoader { source: "qrc:/autochain/fonts/AutoChainMono-Bold.ttf" }

    // ---- space ----
    function scaled(pixels: real): real { return Math.round(pixels * scale) }
    /// The 8-px grid at the present scale, for a page's own widths and heights: `width: 30 * Theme.grid`.
    readonly property real grid: 8 * scale
    readonly property real space2: scaled(2)
    readonly property real space4: scaled(4)
    readonly property real space6: scaled(6)
    readonly property real space8: scaled(8)
    readonly property real space12: scaled(12)
    readonly property real space16: scaled(16)
    readonly property real space24: scaled(24)
    readonly property real space32: scaled(32)
    readonly property real space48: scaled(48)
    readonly property real pageMargin: wide ? space24 : space16
    readonly property real cardPadding: space16
    readonly property real cardPaddingMoney: space24
    readonly property real cardGap: space16
    readonly property real cardGapDense: space12
    /// Between a value and its provenance mark.
    readonly property real markGap: scaled(6)

    // ---- lines and corners ----
    readonly property real hairline: Math.max(1, scaled(1))
    readonly property real line2: scaled(2)
    readonly property real line3: scaled(3)
    readonly property real line4: scaled(4)
    readonly property real focusWidth: scaled(2)
    readonly property real focusGap: scaled(2)
    readonly property real radiusMark: scaled(4)
    readonly property real radiusControl: scaled(6)
    readonly property real radiusCard: scaled(8)

    // ---- heights and widths ----
    readonly property real controlCompact: scaled(28)
    readonly property real controlNormal: scaled(36)
    readonly property real controlLarge: scaled(44)
    readonly property real fieldEntry: scaled(44)
    readonly property real areaHeight: scaled(88)
    readonly property real rowDense: scaled(28)
    readonly property real rowDesk: scaled(25)
    readonly property real rowNormal: scaled(40)
    readonly property real tableHead: scaled(32)
    readonly property real tableHeadDense: scaled(28)
    readonly property real railItem: scaled(36)
    readonly property real railItemSlim: scaled(50)
    readonly property real tabHeight: scaled(40)
    readonly property real stripHeight: scaled(28)
    readonly property real statusBarHeight: scaled(28)
    readonly property real cardHead: scaled(44)
    readonly property real railWidth: scaled(208)
    readonly property real railSlimWidth: scaled(88)
    readonly property real sidePanelMin: scaled(288)
    readonly property real sidePanelMax: scaled(352)
    readonly property real readingWidth: scaled(640)
    readonly property real dialogWidth: scaled(480)
    readonly property real menuWidth: scaled(232)
    readonly property real tooltipWidth: scaled(280)
    readonly property real popupMaxHeight: scaled(320)
    readonly property real fieldWidth: scaled(240)
    readonly property real badgeHeight: scaled(22)
    readonly property real tagHeight: scaled(20)
    readonly property real chipHeight: scaled(24)
    readonly property real countHeight: scaled(20)
    readonly property real keyHeight: scaled(18)
    readonly property real menuItemHeight: scaled(32)
    readonly property real checkBox: scaled(16)
    readonly property real switchWidth: scaled(32)
    readonly property real switchHeight: scaled(18)
    readonly property real switchKnob: scaled(12)
    readonly property real radioDot: scaled(6)
    readonly property real progressHeight: scaled(6)
    readonly property real stepDot: scaled(20)
    readonly property real vinBox: scaled(40)
    readonly property real hatchTile: scaled(8)
    readonly property real carWidth: scaled(240)
    readonly property real carHeight: scaled(84)
    readonly property real qrSize: scaled(112)
    readonly property real skeletonBar: scaled(12)

    readonly property real icon12: scaled(12)
    readonly property real icon14: scaled(14)
    readonly property real icon16: scaled(16)
    readonly property real icon18: scaled(18)
    readonly property real icon20: scaled(20)
    readonly property real icon24: scaled(24)
    readonly property real icon28: scaled(28)
    readonly property real markSmall: scaled(12)
    readonly property real mark: scaled(14)
    readonly property real markLarge: scaled(16)
    readonly property real markSign: scaled(20)
    /// Stroke of an icon drawn at `pixels` (already scaled): 2 at 14 and below, 1.75 above.
    function iconStroke(pixels: real): real { return pixels <= 14 * scale + 0.5 ? 2 : 1.75 }

    /// Stroke of the tick in a filled box or step.
    readonly property real tickStroke: 3

    // ---- motion, in milliseconds ----
    readonly property int pointerTime: reducedMotion ? 0 : 80
    readonly property int openTime: reducedMotion ? 0 : 120
    readonly property int pageTime: reducedMotion ? 0 : 160
    readonly property int spinTime: reducedMotion ? 0 : 900
    /// Holding is input, not motion: it lasts as long when motion is off.
    readonly property int holdTime: 1200
    readonly property int toastTime: 6000
    readonly property int tooltipDelay: 500
    readonly property int skeletonDelay: 200

    // ---- cars without a photo ----
    readonly property color carGlass: "#dfe4ee"
    readonly property color carLamp: "#f6efdc"
    readonly property color carTyre: dark ? "#0d0e10" : "#2b2f33"
    readonly property color carRim: "#a9aeb8"
    readonly property color carShadow: dark ? "#363a41" : "#c6cacd"
    readonly property var carPaints: ({
        red: "#9c4a46", orange: "#b56a3c", yellow: "#c2a043", gold: "#a89878", beige: "#b5a88e", brown: "#74594a",
        green: "#5a7a63", blue: "#466b92", purple: "#6b5a8c", white: "#c9cdd0", silver: "#a3aab1", grey: "#7c848a",
        gray: "#7c848a", black: "#45484f"
    })
    /// The paint for a colour word in English; an unknown word is grey.
    function carPaint(name: string): color { return carPaints[name] !== undefined ? carPaints[name] : carPaints.grey }
    function mix(a: color, b: color, share: real): color {
        return Qt.rgba(a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share, 1)
    }
    /// "rrggbb" for the image provider.
    function hex(c: color): string { return String(Qt.rgba(c.r, c.g, c.b, 1)).slice(1) }
}
