// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Who may write into this history and who may read its private parts: the panel of the title's holder goes in here.
Card {
    id: card

    required property VehicleViewModel car
    default property alias panel: slot.data

    visible: car.mine && slot.children.length > 0
    title: qsTr("Who may write and read")

    ColumnLayout { id: slot; spacing: Theme.space8; Layout.fillWidth: true }
}
