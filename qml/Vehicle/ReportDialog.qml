// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import AutoChain.App
import AutoChain.Controls
import AutoChain.Theme

/// What goes on paper, how its first page looks, and where to.
Dialog {
    id: dialog

    required property ReportViewModel report

    function ask(): void {
        report.begin()
        open()
    }

    title: qsTr("Print or PDF")
    text: qsTr("Everything the history holds, who said it, what is missing, and the proof anybody can check again. Private parts are not in it, unless you open them on this page and say so here.")
    harmlessText: report.busy ? qsTr("Stop") : qsTr("Close")
    onRejected: report.cancel()

    RowLayout {
        spacing: Theme.space16
        Layout.fillWidth: true
        Rectangle {
            color: Theme.surface
            border.width: Theme.hairline
            border.color: Theme.borderControl
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 22 * Theme.grid
            Layout.preferredHeight: (dialog.report.letter ? 28.5 : 31) * Theme.grid
            Image {
                anchors.fill: parent
                anchors.margins: Theme.hairline
                source: dialog.report.preview
                fillMode: Image.PreserveAspectFit
                mipmap: true
                asynchronous: true
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("First page of the report")
            }
            Spinner { anchors.centerIn: parent; running: visible; visible: dialog.report.busy && dialog.report.preview.toString() === "" }
        }
        ColumnLayout {
            spacing: Theme.space12
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Label { text: qsTr("What"); type: Theme.label }
            SegmentedControl {
                accessibleName: qsTr("What")
                options: [qsTr("Everything"), qsTr("Summary")]
                currentIndex: dialog.report.whole ? 0 : 1
                onActivated: index => dialog.report.whole = index === 0
                Layout.fillWidth: true
            }
            Label { text: qsTr("Paper"); type: Theme.label }
            SegmentedControl {
                accessibleName: qsTr("Paper")
                options: [qsTr("A4"), qsTr("Letter")]
                currentIndex: dialog.report.letter ? 1 : 0
                onActivated: index => dialog.report.letter = index === 1
                Layout.fillWidth: true
            }
            CheckBox {
                visible: dialog.report.privateParts > 0
                text: qsTr("Include %n private part(s) that you opened", "", dialog.report.privateParts)
                checked: dialog.report.withPrivate
                disabledReason: dialog.report.busy ? qsTr("The report is not ready yet.") : dialog.report.whole ? "" : qsTr("A summary prints no records.")
                onToggled: {
                    dialog.report.withPrivate = checked
                    checked = Qt.binding(() => dialog.report.withPrivate)
                }
                Layout.fillWidth: true
            }
            Label { visible: dialog.report.withPrivate; text: qsTr("They are printed in the open, and the file lets whoever has it read them. That cannot be taken back."); color: Theme.attention; wrapMode: Text.Wrap; Layout.fillWidth: true }
            Label { text: dialog.report.about; color: Theme.text2; wrapMode: Text.Wrap; visible: text !== ""; Layout.fillWidth: true }
        }
    }
    ProgressBar {
        visible: dialog.report.busy
        accessibleName: qsTr("Report")
        text: dialog.report.doing
        indeterminate: dialog.report.progress < 0
        value: Math.max(0, dialog.report.progress)
        Layout.fillWidth: true
    }
    Label { visible: text !== ""; text: dialog.report.note; color: Theme.text2; wrapMode: Text.Wrap; Layout.fillWidth: true }
    ErrorBlock {
        visible: dialog.report.error.present
        cause: dialog.report.error.cause
        money: dialog.report.error.money
        todo: dialog.report.error.next
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.space8
        Layout.fillWidth: true
        Button { text: qsTr("Save PDF…"); icon: "save"; kind: "primary"; disabledReason: dialog.report.preview.toString() === "" || dialog.report.busy ? qsTr("The report is not ready yet.") : ""; onClicked: target.open() }
        Button { text: qsTr("Print…"); icon: "printer"; disabledReason: dialog.report.preview.toString() === "" || dialog.report.busy ? qsTr("The report is not ready yet.") : ""; onClicked: dialog.report.print() }
        Button { visible: dialog.report.saved; text: qsTr("Show in folder"); icon: "external-link"; onClicked: dialog.report.showInFolder() }
    }
    FileDialog {
        id: target
        title: qsTr("Vehicle history report")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "pdf"
        nameFilters: [qsTr("PDF files (*.pdf)")]
        onAccepted: dialog.report.save(selectedFile)
    }
}
