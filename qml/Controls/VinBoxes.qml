// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Seventeen boxes over their groups. `suspect` is the position (1 to 17) that is probably misread, 0 for none;
/// `checkFails` marks position 9. Read as one by a screen reader.
Item {
    id: boxes

    property string vin
    property int suspect: 0
    property bool checkFails: false
    property real spacing: Theme.space4

    readonly property real boxWidth: (width - 16 * spacing) / 17
    readonly property var groups: [
        { from: 1, to: 3, name: qsTr("maker") }, { from: 4, to: 8, name: qsTr("model") }, { from: 9, to: 9, name: qsTr("check") },
        { from: 10, to: 10, name: qsTr("year") }, { from: 11, to: 11, name: qsTr("plant") }, { from: 12, to: 17, name: qsTr("serial number") }
    ]

    function leftOf(position: int): real { return (position - 1) * (boxWidth + spacing) }

    implicitWidth: 17 * Theme.space32 + 16 * spacing
    implicitHeight: Theme.vinBox + Theme.space4 + Theme.line2 + Theme.space4 + Theme.caption.lineHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: vin.split("").join(" ")
    Accessible.description: [checkFails ? qsTr("The check digit, position 9, does not fit.") : "",
        suspect > 0 ? qsTr("Position %1 is probably misread.").arg(suspect) : ""].filter(w => w !== "").join(" ")

    Repeater {
        model: 17
        delegate: Rectangle {
            required property int index
            readonly property bool bad: boxes.checkFails && index === 8
            readonly property bool doubtful: boxes.suspect === index + 1
            x: boxes.leftOf(index + 1)
            width: boxes.boxWidth
            height: Theme.vinBox
            radius: Theme.radiusMark
            color: bad ? Theme.problemTint : doubtful ? Theme.attentionTint : Theme.sunken
            border.width: Theme.hairline
            border.color: bad ? Theme.problem : doubtful ? Theme.attention : Theme.border
            Text {
                anchors.centerIn: parent
                text: boxes.vin.charAt(index)
                textFormat: Text.PlainText
                font: Theme.monoEntry.font
                fontSizeMode: Text.Fit
                color: parent.bad ? Theme.problem : parent.doubtful ? Theme.attention : Theme.text
                Accessible.ignored: true
            }
        }
    }
    Repeater {
        model: boxes.groups
        delegate: Item {
            required property var modelData
            readonly property bool bad: boxes.checkFails && modelData.from === 9
            x: boxes.leftOf(modelData.from)
            y: Theme.vinBox + Theme.space4
            width: boxes.leftOf(modelData.to) + boxes.boxWidth - x
            Rectangle { width: parent.width; height: Theme.line2; color: parent.bad ? Theme.problem : Theme.borderControl }
            Text {
                y: Theme.line2 + Theme.space4
                anchors.horizontalCenter: parent.horizontalCenter
                text: parent.modelData.name
                font: parent.bad ? Theme.captionStrong.font : Theme.caption.font
                color: parent.bad ? Theme.problem : Theme.text2
                Accessible.ignored: true
            }
        }
    }
}
