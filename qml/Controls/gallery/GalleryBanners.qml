// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import AutoChain.Theme
import AutoChain.Controls

Card {
    title: "Banner: stays until dealt with"
    padding: 20 * Theme.scale

    Banner { kind: "info"; title: "A newer checkpoint is ready."; text: "Compare it before you take it."; actionText: "Compare…"; Layout.fillWidth: true }
    Banner { kind: "clean"; title: "History complete."; text: "46 records fit one proof."; Layout.fillWidth: true }
    Banner { kind: "attention"; title: "A record was added after you both signed."; actionText: "Read the record"; Layout.fillWidth: true }
    Banner { kind: "problem"; title: "Two nodes disagree."; text: "Amounts are shown as Stale until they agree. Nothing can be signed for now."; actionText: "See nodes"; Layout.fillWidth: true }
    Toast { Component.onCompleted: show("Price lowered to 139,500 AUC", "Undo") }
}
