// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What stays true until dealt with: a record after signing, a ruling pending, a lien.
Rows {
    id: banners

    required property DealViewModel deal

    spacing: Theme.space8
    model: banners.deal.warnings
    delegate: Banner {
        required property var modelData
        kind: modelData.kind
        title: modelData.title
        text: modelData.text
        actionText: modelData.car ? qsTr("Read the record") : ""
        width: parent ? parent.width : 0
        onActionRequested: banners.deal.openCar()
    }
}
