// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme

/// A car without a photo. body: hatchback, saloon, estate, suv, coupe, van, pickup, convertible; paint: a colour word of
/// Theme.carPaints. Reads "no photo, red hatchback". `tile` draws the ground behind it.
Rectangle {
    id: car

    property string body: "saloon"
    property string paint: "grey"
    property string paintWord: paint
    property string bodyWord: body
    property bool tile: true
    property real fill: 0.84

    readonly property color base: Theme.carPaint(paint)
    readonly property string shape: ["hatchback", "saloon", "estate", "suv", "coupe", "van", "pickup", "convertible"].includes(body) ? body : "saloon"
    readonly property real dpr: Screen.devicePixelRatio

    implicitWidth: Theme.carWidth
    implicitHeight: Theme.carHeight
    color: tile ? Theme.tile : Theme.none
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("no photo, %1 %2").arg(paintWord).arg(bodyWord)

    Image {
        readonly property real unit: Math.min(car.width / Theme.carWidth, car.height / Theme.carHeight) * car.fill
        anchors.horizontalCenter: parent.horizontalCenter
        y: (parent.height - height) * 0.62
        width: Math.round(Theme.carWidth * unit)
        height: Math.round(Theme.carHeight * unit)
        sourceSize: Qt.size(Math.round(width * car.dpr), Math.round(height * car.dpr))
        source: width < 1 ? "" : "image://art/cars/" + car.shape + "?body=" + Theme.hex(car.base)
            + "&glass=" + Theme.hex(Theme.mix(car.base, Theme.carGlass, 0.62)) + "&line=" + Theme.hex(Theme.mix(car.base, Theme.carGlass, 0.22))
            + "&lamp=" + Theme.hex(Theme.carLamp) + "&tyre=" + Theme.hex(Theme.carTyre) + "&rim=" + Theme.hex(Theme.carRim)
            + "&shadow=" + Theme.hex(Theme.carShadow)
    }
}
