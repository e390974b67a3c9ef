// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Theme

/// Registering a car: the form and what the VIN says beside it.
GridLayout {
    id: panel

    required property GarageViewModel garage

    columns: Theme.narrow ? 1 : 2
    columnSpacing: Theme.space32
    rowSpacing: Theme.cardGap

    RegisterForm {
        registration: panel.garage.registration
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.readingWidth + Theme.space24
        Layout.alignment: Qt.AlignTop
        onCancelled: panel.garage.closePanel()
    }
    RegisterSide { registration: panel.garage.registration; Layout.fillWidth: Theme.narrow; Layout.preferredWidth: Theme.sidePanelMax; Layout.alignment: Qt.AlignTop }
}
