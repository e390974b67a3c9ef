// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import AutoChain.Theme
import AutoChain.Controls

Item {
    width: 640
    height: 480

    AddressText { id: address; address: "0x4d024A352D19619d13e4a052a3381616C719AE8e" }
    Money { id: money; amount: "200,000"; unit: "AUC"; level: "local"; approx: "C$ 21,000"; approxLevel: "stale" }
    StatusBadge { id: badge; status: "surprise" }
    DeadlineChip { id: chip; remaining: "3 d 3 h"; moment: "Fri 27 Nov, 18:00" }
    VinBoxes { id: boxes; width: 600; vin: "JM1BP4LM9K1134592"; suspect: 6; checkFails: true }
    CarDrawing { id: car; body: "hatchback"; paint: "red"; width: 200; height: 100 }
    QrCode { id: code; text: "AUTOCHAIN" }
    RichLine { id: line; strong: "<b>Bob</b>"; plain: "a & b" }

    TestCase {
        name: "Values"
        when: windowShown

        function test_checksumRuns() {
            address.full = false
            compare(address.shown, "0x4d02…AE8e")
            compare(address.runs.map(run => run.text + ":" + run.kind).join(" "),
                "0x4:digit d:small 02…:digit AE:capital 8:digit e:small")
            const styled = address.styled()
            verify(styled.includes("<b><font color=\"" + Theme.accentText + "\">AE</font></b>"))
            verify(styled.includes("<b><font color=\"" + Theme.text + "\">d</font></b>"))
        }
        function test_fullAddressInGroupsOfFour() {
            address.full = true
            compare(address.shown, "0x 4d02 4A35 2D19 619d 13e4 a052 a338 1616 C719 AE8e")
            compare(address.Accessible.name, address.address)
        }
        function test_addressFollowsTheTheme() {
            const light = address.styled()
            Theme.dark = true
            verify(address.styled() !== light)
            Theme.dark = false
        }
        function test_whatIsNoAddressIsShownAsPlainText() {
            address.address = "<b>0x4d02</b>"
            compare(address.textFormat, Text.PlainText)
            compare(address.text, "<b>0x4d02</b>")
            address.address = "0x4d024A352D19619d13e4a052a3381616C719AE8e"
        }
        function test_strangersMarkupIsEscaped() {
            compare(line.text, "<b>&lt;b&gt;Bob&lt;/b&gt;</b> a &amp; b")
        }
        function test_moneySaysWhereItComesFrom() {
            compare(money.Accessible.name, "200,000 AUC Local about C$ 21,000 Stale")
        }
        function test_anUnknownStatusIsNoData() {
            verify(badge.hollow)
            compare(badge.text, "No data")
        }
        function test_deadlineStages_data() {
            return [{ tag: "passed", left: 0 }, { tag: "problem", left: 3 * 3600 - 1 }, { tag: "attention", left: 3 * 3600 },
                { tag: "attention", left: 24 * 3600 - 1 }, { tag: "calm", left: 24 * 3600 }]
        }
        function test_deadlineStages(data) {
            chip.secondsLeft = data.left
            compare(chip.stage, data.tag)
            verify(chip.Accessible.name.includes("Fri 27 Nov, 18:00"))
        }
        function test_vinIsReadAsOne() {
            compare(boxes.Accessible.name, "J M 1 B P 4 L M 9 K 1 1 3 4 5 9 2")
            verify(boxes.Accessible.description.includes("6"))
            verify(boxes.Accessible.description.includes("9"))
        }
        function test_carReadsNoPhoto() {
            compare(car.Accessible.name, "no photo, red hatchback")
        }
        function test_qrCodeOfAKnownSize() {
            verify(code.valid)
            compare(code.modules, 21)
            code.text = "x".repeat(3000)
            verify(!code.valid)
            code.text = "AUTOCHAIN"
        }
        function test_scaleAndMotion() {
            const before = Theme.controlNormal
            Theme.scale = 2
            compare(Theme.controlNormal, 2 * before)
            compare(Theme.body.font.pixelSize, 26)
            Theme.windowWidth = 1440
            verify(Theme.narrow)
            Theme.scale = 1
            verify(Theme.wide)
            Theme.reducedMotion = true
            compare(Theme.openTime, 0)
            compare(Theme.holdTime, 1200)
            Theme.reducedMotion = false
        }
        function test_inkOnAccent() {
            compare(String(Theme.onAccent), "#ffffff")
            compare(String(Theme.onDanger), "#ffffff")
        }
    }
}
