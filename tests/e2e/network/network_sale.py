#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 4.4 of the paper on three real geth nodes with proof of work: a ruling and a release by three people with homes of their
own. Nobody can push this chain's clock: the deadlines are minutes."""

import sys

from scene import OPERATOR, Scene, play

from chain import WEI
from sale import VIN, Sale

HANDOVER = 150  # seconds after the offer


class NetworkSale(Scene, Sale):
    SPANS = ("--seat-days", "140s", "--fund-days", "145s", "--deposit-days", "149s", "--handover-days", f"{HANDOVER}s")
    DEALS = 2

    def set_stage(self):
        self.open_network()
        self.alice, self.bob, self.martin = (self.person(name) for name in ("alice", "bob", "martin"))
        self.substitute = OPERATOR
        for person, auc in ((self.alice, 500_000), (self.martin, 150_000)):
            self.give(person.address, auc)
        self.do("the appraiser registers", self.martin, "appraiser", "register", "--name", "Martin Sato", "--stake", "100000",
                "--ruling-fee", "10000")
        self.do("Bob registers his car", self.bob, "vehicle", "mint", VIN, "--km", "61200")
        self.settle()
        return self.look_at_car("proven")

    def pass_handover(self, deal):
        node, until = self.pow.nodes[0], self.show(self.alice, deal)["terms"]["handoverBy"]
        node.wait("its time stands still", 2 * HANDOVER,
                  lambda: int(node.ask("eth_getBlockByNumber", "latest", False)["timestamp"], 16) > until)

    def afterwards(self):
        """What everybody sees in the end, each proven by a light client of his own."""
        self.proven("Alice's car", self.bob, "vehicle", "show", VIN, owner=self.alice.address, historyCheck="Verified")
        for name, auc in (("alice", 500_000 - 10_000 - 200_000), ("bob", 200_000), ("martin", 150_000 - 100_000 + 10_000)):
            person = getattr(self, name)
            self.checks.equal(f"{name}'s balance", self.chain.auc(person.address), auc * WEI)
            self.proven(f"{name}'s balance", person, "wallet", "balance", auc=str(auc))

    def parts(self):
        return (self.ruling, self.release, self.afterwards, self.check_chain)


if __name__ == "__main__":
    sys.exit(play("network-sale", NetworkSale))
