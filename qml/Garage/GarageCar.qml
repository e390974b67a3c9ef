// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// One of my cars: what it is, what its history says, whether it is for sale.
Card {
    id: car

    required property string key
    required property string carTitle
    required property string vin
    required property string km
    required property string level
    required property var block
    required property string body
    required property string paint
    required property string status
    required property string fact
    required property string state_
    required property bool asked
    required property bool listed
    required property string sellReason
    required property string dealRoute

    signal carRequested()
    signal sellRequested()
    signal dealRequested()

    flush: true
    Accessible.name: qsTr("%1, %2").arg(carTitle).arg(state_)

    RowLayout {
        spacing: Theme.space16
        Layout.fillWidth: true
        Layout.margins: Theme.space16
        CarDrawing {
            visible: !Theme.narrow
            body: car.body
            paint: car.paint
            radius: Theme.radiusControl
            Layout.preferredWidth: 22 * Theme.grid
            Layout.preferredHeight: 12 * Theme.grid
        }
        ColumnLayout {
            spacing: Theme.space4
            Layout.fillWidth: true
            RowLayout {
                spacing: Theme.space12
                Label { text: car.carTitle; type: Theme.heading; elide: Text.ElideRight; Layout.fillWidth: true; Layout.maximumWidth: Math.ceil(implicitWidth) + Theme.hairline }
                StatusBadge { status: car.status; text: car.fact }
            }
            Label { text: car.vin; type: Theme.mono; color: Theme.text2 }
            RowLayout {
                spacing: Theme.markGap
                Label { text: car.km; color: Theme.text2 }
                ProvenanceMark { level: car.level; about: qsTr("Odometer of %1").arg(car.carTitle); block: car.block }
                Label { text: "· " + car.state_; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
            }
            Flow {
                spacing: Theme.space8
                Layout.fillWidth: true
                Layout.topMargin: Theme.space8
                Button { text: qsTr("History"); accessibleName: qsTr("History of %1").arg(car.carTitle); icon: "history"; onClicked: car.carRequested() }
                Button {
                    visible: car.dealRoute === "" && (car.asked || car.sellReason !== "")
                    text: car.listed ? qsTr("Change or end the listing…") : qsTr("Sell…")
                    accessibleName: car.listed ? qsTr("Change or end the listing of %1").arg(car.carTitle) : qsTr("Sell %1").arg(car.carTitle)
                    icon: "tag"
                    disabledReason: car.sellReason
                    onClicked: car.sellRequested()
                }
                Button { visible: car.dealRoute !== ""; text: qsTr("Open the deal"); accessibleName: qsTr("Open the deal of %1").arg(car.carTitle); icon: "handshake"; onClicked: car.dealRequested() }
            }
            Label { visible: text !== ""; text: car.sellReason; type: Theme.caption; color: Theme.text3; wrapMode: Text.Wrap; Layout.fillWidth: true }
        }
    }
}
