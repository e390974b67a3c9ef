#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Payments that do not get into a block: a chain that mines only when told, the real programs, `cast` as the witness.
Sped up, cancelled, too late: one number is used once, and the money moves once or not at all."""

import json
import subprocess
import sys

from chain import WEI
from people import Person
from stage import Stage, perform


class Stuck(Stage):
    def rpc(self, method, *arguments):
        out = subprocess.run([self.cast, "rpc", method, *arguments, "--rpc-url", self.chain.url],
                             capture_output=True, text=True, timeout=60)
        if out.returncode != 0:
            raise RuntimeError(out.stderr)
        return json.loads(out.stdout)

    def set_stage(self):
        people = self.open_market()
        self.payee = people["seller"]["address"]
        self.payer = Person(self.cli, self.folder / "home", self.network)
        got = self.payer.run("wallet", "import", "--keystore", people["buyer"]["keystore"])
        self.payer.address = people["buyer"]["address"]
        self.checks.that("the payer has a home", got.code == 0, str(got))
        self.rpc("evm_setAutomine", "false")
        self.rpc("evm_setIntervalMining", "0")

    def mine(self):
        self.rpc("evm_mine")

    def state(self):
        """AUC of the payee, and transactions of the payer, as mined."""
        return self.chain.auc(self.payee), self.chain.nonce(self.payer.address)

    def moved(self, before):
        return tuple(after - was for after, was in zip(self.state(), before))

    def send(self, amount=1):
        sent = self.payer.run("wallet", "send", "--to", self.payee, "--amount", amount, "--no-wait")
        self.checks.that("sent, not waited for", sent.code == 0, str(sent))
        return sent.json.get("transaction", "")

    def waiting(self):
        return self.payer.run("wallet", "pending").json.get("waiting", [])

    def in_newest_block(self):
        return self.rpc("eth_getBlockByNumber", "latest", "false")["transactions"]

    def sped_up(self):
        before = self.state()
        first = self.send()
        listed = self.waiting()
        self.checks.that("one waits", len(listed) == 1 and listed[0]["transaction"] == first and
                         listed[0]["why"] == "nextBlock" and listed[0]["purpose"] == "wallet.send", str(listed))
        faster = self.payer.run("wallet", "speed-up", first, "--no-wait")
        second = faster.json.get("transaction", "")
        self.checks.that("sped up", faster.code == 0 and second != first and faster.json["state"] == "waiting", str(faster))
        listed = self.waiting()
        self.checks.that("still one number", len(listed) == 1 and listed[0]["transaction"] == second and
                         listed[0]["replaces"] == [first], str(listed))
        stale = self.payer.run("wallet", "speed-up", first)
        self.checks.equal("the old one is not sped up again", (stale.code, stale.error), (1, "Superseded"))
        self.mine()
        self.checks.equal("the block has the faster one alone", self.in_newest_block(), [second])
        self.checks.equal("the money moved once", self.moved(before), (WEI, 1))
        late = self.payer.run("wallet", "cancel", second)
        self.checks.equal("too late to cancel", (late.code, late.error), (1, "AlreadyMined"))
        self.checks.equal("nothing waits", self.waiting(), [])

    def cancelled(self):
        before = self.state()
        first = self.send()
        taken = self.payer.start("wallet", "cancel", first)  # waits for its block
        for _ in range(200):
            pool = self.rpc("txpool_content")["pending"]
            mine = [t for who, all_ in pool.items() if who.lower() == self.payer.address.lower() for t in all_.values()]
            if mine and mine[0]["hash"] != first:
                break
        self.mine()
        out, err = taken.communicate(timeout=120)
        told = json.loads(out)
        self.checks.that("cancelled", taken.returncode == 0 and told["state"] == "mined", out + err)
        self.checks.equal("the block has the empty payment alone", self.in_newest_block(), [told["transaction"]])
        self.checks.equal("the number is used, no money moved", self.moved(before), (0, 1))

    def first_wins(self):
        before = self.state()
        first = self.send()
        self.mine()
        for verb in ("cancel", "speed-up"):
            late = self.payer.run("wallet", verb, first)
            self.checks.that(f"{verb} after the block: told, nothing signed", late.error == "AlreadyMined" and
                             all(len(late.json["error"].get(k, "")) > 10 for k in ("cause", "money", "next")), str(late))
        self.mine()
        self.checks.equal("the money moved once", self.moved(before), (WEI, 1))

    def one_behind_the_other(self):
        before = self.state()
        low, high = self.send(1), self.send(2)
        listed = self.waiting()
        self.checks.that("the second waits for the first", [w["why"] for w in listed] == ["nextBlock", "earlierWaits"] and
                         listed[1]["goesFirst"] == low, str(listed))
        blocked = self.payer.run("wallet", "speed-up", high)
        self.checks.that("only the first can be sped up", blocked.error == "EarlierWaits" and
                         f"number {listed[0]['nonce']}," in blocked.json["error"]["cause"], str(blocked))
        self.checks.equal("the second is cancelled", self.payer.run("wallet", "cancel", high, "--no-wait").code, 0)
        self.mine()
        self.checks.equal("the first was paid, the second was not", self.moved(before), (WEI, 2))
        self.checks.equal("nothing waits", self.waiting(), [])

    def unknown(self):
        nobody = self.payer.run("wallet", "cancel", "0x" + "12" * 32)
        self.checks.equal("a hash nobody knows", (nobody.code, nobody.error), (1, "NotPending"))
        self.checks.equal("no hash", self.payer.run("wallet", "speed-up").code, 2)
        self.checks.equal("not a hash", self.payer.run("wallet", "speed-up", "0x12").code, 6)

    def run(self):
        try:
            self.set_stage()
            self.sped_up()
            self.cancelled()
            self.first_wins()
            self.one_behind_the_other()
            self.unknown()
        except (KeyError, RuntimeError) as trouble:
            self.checks.that("comes to its end", False, repr(trouble))
        finally:
            self.practice("stop")
        return self.checks.close()


if __name__ == "__main__":
    sys.exit(perform("stuck", lambda *stage: Stuck(*stage).run()))
