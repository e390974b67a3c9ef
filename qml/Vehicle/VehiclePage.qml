// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Shell
import AutoChain.Theme

/// A car: verdict, odometer, records, owners, who recorded what.
Page {
    id: page

    required property VehicleViewModel viewModel
    required property ShellViewModel shell

    title: viewModel.found ? viewModel.title : ""
    tag: viewModel.tag
    model: viewModel
    spacing: Theme.cardGapDense
    captionItems: [
        Label { visible: page.viewModel.found; text: page.viewModel.vin; type: Theme.mono; color: Theme.text2 },
        ProvenanceMark { visible: page.viewModel.found; level: page.viewModel.level; about: qsTr("This car’s records"); block: page.viewModel.block; y: Theme.space4 },
        Label { visible: page.viewModel.found; text: qsTr("· %1").arg(page.viewModel.recordsLine); color: Theme.text2 }
    ]
    // Opens a record in the timeline, wherever on the page it was chosen.
    function showRecord(record: int): void {
        recordsCard.lead(record)
        ensureVisible(recordsCard)
    }
    actions: [
        Button { visible: page.viewModel.found; text: qsTr("Print or PDF"); icon: "printer"; onClicked: reportDialog.ask() },
        Button { visible: page.viewModel.found; text: qsTr("Compare…"); icon: "columns-3"; onClicked: page.viewModel.compare() },
        Button { visible: page.viewModel.found && page.viewModel.form.may; text: qsTr("Record something…"); icon: "file-plus"; onClicked: { page.viewModel.form.begin(); page.flick.contentY = 0 } },
        Button { visible: page.viewModel.found && !page.viewModel.mine; text: page.viewModel.watched ? qsTr("Stop watching") : qsTr("Watch"); icon: page.viewModel.watched ? "bookmark-check" : "bookmark"; onClicked: page.viewModel.toggleWatch() },
        Button { visible: page.viewModel.found && page.viewModel.mine; text: qsTr("To my garage"); icon: "warehouse"; onClicked: page.viewModel.openGarage() },
        Button { visible: page.viewModel.found && !page.viewModel.mine; text: qsTr("Make an offer…"); kind: "primary"; disabledReason: page.viewModel.offerReason; onClicked: page.viewModel.makeOffer() }
    ]

    ReportDialog { id: reportDialog; report: page.viewModel.report }
    EmptyState {
        visible: page.viewModel.unknown && !page.viewModel.found
        icon: "car"
        title: qsTr("%1 is not registered on this network").arg(page.viewModel.asked)
        text: qsTr("Nobody has given this car a Credit ID here. That says nothing good or bad about the car.")
        actionText: qsTr("Look at the market")
        Layout.fillWidth: true
        Layout.topMargin: Theme.space48
        onActionRequested: page.shell.navigation.open("market")
    }
    Label { visible: page.viewModel.found && !page.viewModel.mine && page.viewModel.offerReason !== ""; text: page.viewModel.offerReason; type: Theme.caption; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    Banner { visible: page.viewModel.historyProblem !== ""; kind: "problem"; title: qsTr("The history cannot be shown."); text: page.viewModel.historyProblem; actionText: qsTr("Read again"); Layout.fillWidth: true; onActionRequested: page.viewModel.refresh() }
    RecordForm { form: page.viewModel.form; Layout.fillWidth: true; Layout.maximumWidth: Theme.readingWidth + 2 * Theme.space24 }
    VerdictStrip { visible: page.viewModel.found && page.viewModel.studied; car: page.viewModel; Layout.fillWidth: true }
    RowLayout {
        visible: page.viewModel.found && !page.viewModel.studied
        spacing: Theme.space12
        Spinner { running: visible }
        Label { text: qsTr("%1. What the history says follows when all of it is here.").arg(page.viewModel.readingText); color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    }
    GridLayout {
        visible: page.viewModel.found
        columns: Theme.wide ? 3 : Theme.medium ? 2 : 1
        columnSpacing: Theme.cardGapDense
        rowSpacing: Theme.cardGapDense
        Layout.fillWidth: true

        ColumnLayout {
            spacing: Theme.cardGapDense
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: !Theme.wide
            Layout.preferredWidth: 33 * Theme.grid
            Layout.row: Theme.wide ? 0 : 1
            Layout.column: 0
            PhotosCard { car: page.viewModel; Layout.fillWidth: true; onRecordChosen: record => page.showRecord(record) }
            SaleCard { car: page.viewModel; Layout.fillWidth: true }
            ValueCard { car: page.viewModel; Layout.fillWidth: true }
            ScoreCard { visible: page.viewModel.studied; car: page.viewModel; Layout.fillWidth: true; onRecordChosen: record => page.showRecord(record) }
            Card {
                title: qsTr("Decoded from the VIN")
                Layout.fillWidth: true
                Rows {
                    spacing: Theme.space8
                    model: page.viewModel.facts
                    delegate: KeyValue { required property var modelData; key: modelData.key; value: modelData.value; width: parent ? parent.width : 0 }
                }
            }
        }
        ColumnLayout {
            spacing: Theme.cardGapDense
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.row: 0
            Layout.column: Theme.wide ? 1 : 0
            Layout.columnSpan: Theme.medium ? 2 : 1
            OdometerCard { car: page.viewModel; Layout.fillWidth: true; onRecordChosen: record => page.showRecord(record) }
            RecordsCard { id: recordsCard; car: page.viewModel; Layout.fillWidth: true }
            ObdCard { car: page.viewModel; Layout.fillWidth: true; onRecordChosen: record => page.showRecord(record) }
            DocumentsCard { car: page.viewModel; Layout.fillWidth: true; onRecordChosen: record => page.showRecord(record) }
        }
        ColumnLayout {
            spacing: Theme.cardGapDense
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: !Theme.wide
            Layout.preferredWidth: 41 * Theme.grid
            Layout.row: Theme.wide ? 0 : Theme.medium ? 1 : 2
            Layout.column: Theme.wide ? 2 : Theme.medium ? 1 : 0
            OwnersCard { car: page.viewModel; Layout.fillWidth: true; onRecordChosen: record => page.showRecord(record) }
            AccidentsCard { car: page.viewModel; Layout.fillWidth: true; onRecordChosen: record => page.showRecord(record) }
            CoverageCard { visible: page.viewModel.studied; car: page.viewModel; Layout.fillWidth: true }
            FactsCard { visible: page.viewModel.studied; title: qsTr("Recalls"); rows: page.viewModel.recalls; nothing: page.viewModel.recallsNothing; nobodyLooked: !page.viewModel.recallsLooked; Layout.fillWidth: true; onRecordChosen: record => page.showRecord(record) }
            FactsCard { visible: page.viewModel.studied; title: qsTr("Liens"); rows: page.viewModel.liens; nothing: qsTr("None on the title, now or before. Other registers were not asked."); Layout.fillWidth: true; onRecordChosen: record => page.showRecord(record) }
            FactsCard { visible: page.viewModel.brands.length > 0; title: qsTr("Brands of the title"); rows: page.viewModel.brands; Layout.fillWidth: true; onRecordChosen: record => page.showRecord(record) }
            GrantsCard { grants: page.viewModel.grants; Layout.fillWidth: true }
        }
    }
}
