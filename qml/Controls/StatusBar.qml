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

    implicitHeight: Theme.statusBarHeight
    color: Theme.rail
    Accessible.role: Accessible.StatusBar
    Accessible.name: facts.join(", ")

    Divider { width: parent.width; color: Theme.border }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space16
        spacing: Theme.space8
        ProvenanceMark { visible: bar.level !== ""; level: bar.level; cut: Theme.rail }
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
