#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real programs killed at their writing calls: a payment, killed at call after call below the payer's home (by the
library tests/crash builds, put before the C library), then done again as a person would. What went over the chain is
what was signed, once each; the home opens every time. At the end the disk is full for one payment."""

import os
import pathlib
import sys

from chain import WEI
from people import Person
from stage import Stage, perform

MOST_CALLS = 400


class Kills(Stage):
    def __init__(self, options, folder):
        super().__init__(options, folder)
        self.options = options

    def set_stage(self):
        people = self.open_market()
        self.payee = people["seller"]["address"]
        self.payer = Person(self.cli, self.folder / "home", self.network)
        got = self.payer.run("wallet", "import", "--keystore", people["buyer"]["keystore"])
        self.payer.address = people["buyer"]["address"]
        self.checks.that("the payer has a home", got.code == 0, str(got))

    def pay(self, fault=None):
        for name in ("LD_PRELOAD", "AUTOCHAIN_FAULT_FOLDER", "AUTOCHAIN_FAULT_AT", "AUTOCHAIN_FAULT_ACTION"):
            os.environ.pop(name, None)
        if fault:
            action, at = fault
            os.environ.update({"LD_PRELOAD": str(self.options.faults), "AUTOCHAIN_FAULT_FOLDER": self.payer.home,
                               "AUTOCHAIN_FAULT_AT": str(at), "AUTOCHAIN_FAULT_ACTION": action})
        try:
            return self.payer.run("wallet", "send", "--to", self.payee, "--amount", 1)
        finally:
            os.environ.pop("LD_PRELOAD", None)

    def state(self):
        """AUC of the payee, and transactions of the payer, as mined."""
        return self.chain.auc(self.payee), self.chain.nonce(self.payer.address)

    def killed_everywhere(self):
        kills, at = 0, 1
        while at < MOST_CALLS:
            money, nonce = self.state()
            killed = self.pay(("kill", at))
            again = self.pay()
            money, nonce = (after - before for after, before in zip(self.state(), (money, nonce)))
            whole = again.code == 0 and nonce in (1, 2) and money == nonce * WEI
            if not whole:
                self.checks.that(f"killed at call {at}", False, f"{money} {nonce} {killed} {again}")
            if killed.code == 0:
                break
            kills, at = kills + 1, at + self.options.stride
        self.checks.that(f"{kills} kills up to call {at}: every payment whole, none lost, none twice", kills >= 5, str(kills))

    def full_disk(self):
        for at in (2, 8, 16):
            money, nonce = self.state()
            got = self.pay(("full", at))
            self.checks.that(f"full disk from call {at} on: told in three parts", got.code == 1 and got.error == "DiskFull" and
                             all(len(got.json["error"].get(k, "")) > 10 for k in ("cause", "money", "next")), str(got))
            self.checks.equal("full disk: nothing left", self.state(), (money, nonce))
            self.checks.equal("with room again it goes through", self.pay().code, 0)

    def run(self):
        try:
            self.set_stage()
            self.checks.equal("a payment without faults", self.pay().code, 0)
            self.killed_everywhere()
            self.full_disk()
        except (KeyError, RuntimeError) as trouble:
            self.checks.that("comes to its end", False, repr(trouble))
        finally:
            self.practice("stop")
        return self.checks.close()


if __name__ == "__main__":
    sys.exit(perform("kills", lambda *stage: Kills(*stage).run(), more=[
        ("--faults", {"required": True, "type": pathlib.Path, "help": "libautochain_faults.so"}),
        ("--stride", {"type": int, "default": 1, "help": "kill at every so-manieth call"})]))
