// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Controls
import AutoChain.Theme

/// A card that is a list of facts; `nothing` says what it means that there are none, and is hatched where nobody looked.
Card {
    id: card

    property var rows: []
    property string nothing
    property bool nobodyLooked: false
    signal recordChosen(int record)

    Rows {
        spacing: Theme.space8
        model: card.rows
        delegate: FactLine {
            required property var modelData
            status: modelData.status
            text: modelData.text
            detail: modelData.detail
            level: modelData.level
            record: modelData.record
            width: parent ? parent.width : 0
            onChosen: record => card.recordChosen(record)
        }
    }
    Item {
        visible: card.rows.length === 0
        implicitHeight: none.height + (card.nobodyLooked ? Theme.space16 : 0)
        Layout.fillWidth: true
        Hatch { anchors.fill: parent; visible: card.nobodyLooked }
        Label { id: none; x: card.nobodyLooked ? Theme.space8 : 0; y: card.nobodyLooked ? Theme.space8 : 0; width: parent.width - 2 * x; text: card.nothing; color: card.nobodyLooked ? Theme.nodata : Theme.text2; wrapMode: Text.Wrap }
    }
}
