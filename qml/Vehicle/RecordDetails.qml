// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// Everything one record says, opened under its line.
Rectangle {
    id: details

    required property VehicleViewModel car
    required property int record
    /// Somebody follows a link to another record.
    signal leadTo(int record)

    color: Theme.sunken
    height: column.implicitHeight + 2 * Theme.space12
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Details of record %1").arg(record + 1)

    ColumnLayout {
        id: column
        x: Theme.space16 + (Theme.narrow ? 0 : 10.5 * Theme.grid)
        y: Theme.space12
        width: parent.width - x - Theme.space16
        spacing: Theme.space8
        Rows {
            spacing: Theme.space6
            model: details.car.records.details(details.record)
            delegate: DetailLine {
                required property var modelData
                line: modelData
                record: details.record
                documents: details.car.documents
                width: parent ? parent.width : 0
                onLeadTo: record => details.leadTo(record)
            }
        }
        Rows {
            model: details.car.grants.sections.filter(section => section.record === details.record)
            delegate: PrivateSection {
                lean: true
                busy: details.car.grants.busy
                width: parent ? parent.width : 0
                onOpenRequested: record => details.car.grants.open(record)
                onCloseRequested: record => details.car.grants.close(record)
            }
        }
        Button {
            visible: details.car.form.may && details.car.form.maySpeakOf(details.record)
            size: "compact"
            icon: "pen-line"
            text: qsTr("Say something about record %1…").arg(details.record + 1)
            onClicked: details.car.form.begin(details.record)
        }
    }
}
