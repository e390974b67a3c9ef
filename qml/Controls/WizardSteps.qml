// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// The steps of a form: 1 VIN > 2 Check the facts > … `current` counts from 0. Steps already done may be pressed.
Flow {
    id: wizard

    property var steps: []
    property int current: 0

    signal stepRequested(int index)

    spacing: Theme.space8
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Step %L1 of %L2: %3").arg(current + 1).arg(steps.length).arg(steps[current] ?? "")

    Repeater {
        model: wizard.steps
        delegate: Row {
            id: step
            required property int index
            required property string modelData
            spacing: Theme.space8
            LinkButton {
                text: qsTr("%L1 %2").arg(step.index + 1).arg(step.modelData)
                type: step.index === wizard.current ? Theme.strong : Theme.body
                color: step.index === wizard.current ? Theme.text : Theme.text2
                focusPolicy: step.index < wizard.current ? Qt.StrongFocus : Qt.NoFocus
                cursorShape: step.index < wizard.current ? Qt.PointingHandCursor : Qt.ArrowCursor
                underline: over && step.index < wizard.current
                accessibleRole: Accessible.ListItem
                onClicked: if (step.index < wizard.current) wizard.stepRequested(step.index)
            }
            Icon { visible: step.index < wizard.steps.length - 1; name: "chevron-right"; anchors.verticalCenter: parent.verticalCenter }
        }
    }
}
