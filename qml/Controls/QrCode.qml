// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme
import AutoChain.Controls

/// `text` as a QR code, dark on light in both themes. `label` says what it holds.
QrPattern {
    property string label: qsTr("QR code")

    implicitWidth: Theme.qrSize
    implicitHeight: Theme.qrSize
    ink: Theme.qrInk
    ground: Theme.qrGround
    Accessible.role: Accessible.Graphic
    Accessible.name: label
    Accessible.description: text
}
