// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme

/// The line at the bottom: what the view rests on, then facts parted by lines; the legend of provenance at the right.
/// level: "proven", "local", "reported", "stale" or "" (a dashed ring: not connected to anything).
Rectangle {
    id: bar

    property string level
    property var facts: []
    property bool legend: true
    property string trailing
    /// What is wrong; pressed, it asks for the page that tells more.
    property string warning
    /// What the mark stands for.
    property string about

    signal warningRequested()

    implicitHeight: Theme.statusBarHeight
    color: Theme.rail
    Accessible.role: Accessible.StatusBar
    Accessible.name: facts.concat(warning !== "" ? [warning] : []).join(", ")

    Divider { width: parent.width; color: Theme.border }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space16
        spacing: Theme.space8
        ProvenanceMark { visible: bar.level !== ""; level: bar.level; about: bar.about; cut: Theme.rail }
        Icon { visible: bar.level === ""; name: "circle-dashed"; size: Theme.icon12; color: Theme.text2 }
        Row {
            spacing: Theme.space12
            Repeater {
                model: bar.facts
                delegate: Row {
                    id: fact
                    required property int index
                    required property string modelData
                    spacing: Theme.space12
                    Divider { visible: fact.index > 0; vertical: true; color: Theme.borderControl; height: Theme.space12; anchors.verticalCenter: parent.verticalCenter }
                    Label { text: fact.modelData; type: Theme.caption; color: Theme.text2; anchors.verticalCenter: parent.verticalCenter }
                }
            }
        }
        Pressable {
            id: alarm
            visible: bar.warning !== ""
            text: bar.warning
            implicitHeight: Theme.badgeHeight
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitContentWidth) + 2 * Theme.space8
            leftPadding: Theme.space8
            rightPadding: Theme.space8
            onClicked: bar.warningRequested()
            background: Rectangle {
                radius: Theme.radiusMark
                color: Theme.problemTint
                FocusRing { visible: alarm.visualFocus; around: Theme.radiusMark }
            }
            contentItem: RowLayout {
                spacing: Theme.space6
                StatusMark { status: "problem"; cut: Theme.problemTint }
                Label { text: bar.warning; type: Theme.caption; color: Theme.problem; elide: Text.ElideRight; Layout.fillWidth: true; Accessible.ignored: true }
            }
        }
        Item { Layout.fillWidth: true }
        Row {
            spacing: Theme.space16
            Repeater {
                model: bar.legend ? ["proven", "local", "reported", "stale"] : []
                delegate: Row {
                    required property string modelData
                    spacing: Theme.space4
                    ProvenanceMark { id: sign; level: modelData; cut: Theme.rail; anchors.verticalCenter: parent.verticalCenter; Accessible.ignored: true }
                    Label { text: sign.word; type: Theme.caption; color: Theme.text3; Accessible.description: sign.sentence }
                }
            }
        }
        Label { visible: text !== ""; text: bar.trailing; type: Theme.caption; color: Theme.text3 }
    }
}
