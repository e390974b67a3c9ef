# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to a deal: the node hangs, the node dies while the signer asks, the program is killed."""

import json
import os
import signal
import time

import harness
from saleflow import Sale

FUND = "Hold to put 200,000 AUC into the Safe"
DEPOSIT = "Hold to put the title into the Safe"


class Accidents:
    def __init__(self, stage):
        self.stage = stage
        self.sale = Sale(stage.sit, stage.note)

    def node(self):
        return json.loads((self.stage.market / "node.json").read_text())["pid"]

    def state_kept(self):
        """Waits until the practice chain has written what happened up to now."""
        state = self.stage.market / "state.json"
        now, end = time.time(), time.monotonic() + 20
        while time.monotonic() < end:
            try:
                if state.stat().st_mtime > now + 0.1:
                    json.loads(state.read_text())  # whole
                    return
            except (OSError, ValueError):
                pass
            time.sleep(0.05)
        raise harness.NotFound("the practice chain does not write its state")

    def node_hangs(self):
        """While a price is typed. The page of the offer stays, says what is the matter, and goes on."""
        stage, app = self.stage, self.stage.app
        before = stage.ledger()
        app.type_into("Price you offer", "200000")
        app.wait("Continue in the signer", enabled=True)
        os.kill(self.node(), signal.SIGSTOP)
        stage.told("node hangs", "took too long")
        app.press("Continue in the signer")
        stage.told("a step while the node hangs", "before anything was signed", timeout=5)
        stage.keeps("node hangs", "Price you offer", "200000")
        stage.shot("05-node-hangs")
        os.kill(self.node(), signal.SIGCONT)
        app.wait_gone("took too long", contains=True)
        app.wait_gone("before anything was signed", contains=True)
        stage.untouched("node hangs", before)
        stage.keeps("node back", "Price you offer", "200000")
        app.press("Continue in the signer", timeout=40)
        self.sale.sign(app, 2)
        app.wait("Whose turn", contains=True, timeout=60)
        stage.note("the node was back: the offer is on the chain")

    def node_dies(self):
        """While the signer asks for the money of the deal."""
        stage = self.stage
        self.sale.accept()
        self.sale.seat()
        app = stage.sit("Alice")
        self.sale.open_deal(app)
        before = stage.ledger()
        self.hold(app, FUND)
        signer = app.signer()
        signer.wait("Hold to sign")
        self.state_kept()
        old = self.node()
        os.kill(old, signal.SIGKILL)
        app.sign()
        end = time.monotonic() + 30
        while self.node() == old and time.monotonic() < end:
            time.sleep(0.1)
        stage.checks.that("node died: the program started it again", self.node() != old)
        app.wait("The money is in the Safe", contains=True, timeout=60)
        after = stage.ledger()
        paid = before["Alice"][0] - after["Alice"][0]
        stage.checks.equal("node died: paid once", (paid // 10 ** 18, after["Bob"], after["title"]),
                           (200_000, before["Bob"], before["title"]))
        stage.shot("05-node-died-and-back")
        stage.note("the node died under the signature and came back: the money is in the Safe, once")

    def hold(self, app, button):
        app.press(button, contains=True, timeout=40)
        field = app.wait("To confirm, type ", role="text", contains=True, timeout=10)
        app.type_into(field.get_name(), field.get_name().replace("To confirm, type ", ""))
        app.press("Confirm", timeout=10)

    def killed(self):
        """Between the funding and the deposit, with the signer's question open."""
        stage = self.stage
        app = stage.sit("Bob")
        self.sale.open_deal(app)
        before = stage.ledger()
        self.hold(app, DEPOSIT)
        signer = app.signer()
        signer.wait("Hold to sign")
        stage.shot("08-before-the-kill")
        app.kill()
        end = time.monotonic() + 10
        while harness.command_name(signer.pid) and time.monotonic() < end:
            time.sleep(0.05)
        stage.checks.equal("killed: the signer's question went with it", harness.command_name(signer.pid), "")
        stage.untouched("killed", before)
        stage.open_practice()
        stage.app.wait("You are Bob Keller")
        stage.note("the program was killed and is open again")
        self.sale.open_deal(stage.app)
        stage.checks.that("killed: the deal is where it was", stage.app.find(DEPOSIT, contains=True) is not None)
        stage.shot("08-open-again")
        self.sale.deposit()
        self.sale.seller_signs_release()
        self.sale.release()
        after = stage.ledger()
        moved = {name: (after[name][0] - before[name][0]) // 10 ** 18 for name in ("Alice", "Bob", "Martin")}
        stage.checks.equal("killed: settled to the end", moved, {"Alice": 0, "Bob": 200_000, "Martin": 0})
        stage.checks.equal("killed: the title is the buyer's", after["title"].lower(), stage.who["Alice"].lower())
        stage.shot("08-settled")

    def run(self):
        self.node_hangs()
        self.node_dies()
        self.killed()
