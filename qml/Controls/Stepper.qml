// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// Where a deal is. `steps`: [{ title, caption, state: "done" | "current" | "todo", level }]. Steps share the width.
Row {
    id: stepper

    property var steps: []
    /// They were read at.
    property var block

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Steps")

    Repeater {
        model: stepper.steps
        delegate: Step {
            required property int index
            required property var modelData
            width: stepper.width / Math.max(1, stepper.steps.length)
            number: index + 1
            title: modelData.title
            caption: modelData.caption ?? ""
            progress: modelData.state ?? "todo"
            level: modelData.level ?? ""
            block: stepper.block
            last: index === stepper.steps.length - 1
        }
    }
}
