// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme
import AutoChain.Controls

Card {
    title: "Status: colour, shape and word, always all three; deadlines"
    padding: 20 * Theme.scale

    Flow {
        spacing: Theme.space24
        Layout.fillWidth: true
        StatusBadge { status: "clean" }
        StatusBadge { status: "attention" }
        StatusBadge { status: "problem" }
        StatusBadge { status: "problem"; text: "Rolled back" }
        StatusBadge { status: "nodata" }
        Repeater { model: ["clean", "attention", "problem", "nodata"]; StatusMark { required property string modelData; status: modelData; size: Theme.markSign } }
    }
    RowLayout {
        spacing: Theme.space12
        Hatch {
            implicitWidth: 20 * Theme.grid
            implicitHeight: Theme.rowNormal
            Row {
                anchors.centerIn: parent
                spacing: Theme.space8
                StatusMark { status: "nodata"; size: Theme.markLarge }
                Label { text: "No data"; type: Theme.strong; color: Theme.nodata }
            }
        }
        Label { text: "areas without data carry the hatch (8 × 8 tile), in strips, charts, maps"; type: Theme.caption; color: Theme.text3 }
    }
    DeadlineChip { secondsLeft: 270000; remaining: "3 d 3 h"; moment: "Fri 27 Nov, 18:00" }
    DeadlineChip { secondsLeft: 75600; remaining: "21 h"; moment: "Wed 25 Nov, 12:00" }
    DeadlineChip { secondsLeft: 7800; remaining: "2 h 10 min"; moment: "today, 16:30" }
    DeadlineChip { secondsLeft: -1; moment: "today, 14:00" }
}
