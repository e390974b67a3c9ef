// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import AutoChain.Theme
import AutoChain.Controls

Flow {
    padding: Theme.space24
    spacing: Theme.space16
    Repeater {
        model: [["hatchback", "red"], ["estate", "blue"], ["estate", "green"], ["saloon", "white"], ["suv", "grey"], ["saloon", "silver"],
            ["suv", "blue"], ["estate", "black"], ["coupe", "yellow"], ["convertible", "red"], ["van", "white"], ["pickup", "orange"],
            ["coupe", "black"], ["convertible", "blue"], ["van", "blue"], ["pickup", "brown"]]
        CarDrawing {
            required property var modelData
            body: modelData[0]
            paint: modelData[1]
            width: 41 * Theme.grid
            height: 15 * Theme.grid
            radius: Theme.radiusCard
        }
    }
    CarDrawing { body: "estate"; paint: "blue"; width: 12 * Theme.grid; height: 8 * Theme.grid; radius: Theme.radiusControl }
    Flow {
        width: parent.width - 2 * Theme.space24
        spacing: Theme.space16
        Repeater {
            model: ["house", "store", "warehouse", "handshake", "clipboard-check", "wallet", "layout-list", "settings", "user", "search", "key-round", "tag", "scroll-text", "coins", "flask-conical", "languages"]
            Icon { required property string modelData; name: modelData; size: Theme.icon28; label: modelData }
        }
    }
}
