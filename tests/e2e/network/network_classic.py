#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The suite on three core-geth nodes, a chain with Etchash and without base fees: deployed, a car registered, AUC sent; and the
headers and proofs of such nodes against our own verification."""

import json
import sys

from scene import Scene, play

from chain import WEI
from people import Person
from sale import VIN


class Classic(Scene):
    KIND = "classic"

    def run(self):
        try:
            self.open_network()
            self.money()
            self.car()
            self.by_word()
            self.check_chain()
        except (KeyError, RuntimeError) as trouble:
            self.checks.that("the story comes to its end", False, repr(trouble))
        finally:
            self.strike_stage()
        return self.checks.close()

    def money(self):
        self.alice, self.bob = self.person("alice"), self.person("bob")
        self.give(self.alice.address, 1_000)
        sent = self.do("Alice sends AUC", self.alice, "wallet", "send", "--to", self.bob.address, "--amount", "12.5")
        self.checks.equal("they are Bob's to the last wei", self.chain.auc(self.bob.address), 12 * WEI + WEI // 2)
        self.old_fees("the payment", sent["transaction"])
        sent = self.do("Bob sends coins", self.bob, "wallet", "send", "--to", self.alice.address, "--amount", "3", "--coin")
        self.old_fees("the coins", sent["transaction"])
        self.proven("Bob's balance", self.bob, "wallet", "balance", auc="12.5")

    def car(self):
        self.do("Bob registers his car", self.bob, "vehicle", "mint", VIN, "--km", "61200")
        shown = self.proven("Bob's car", self.alice, "vehicle", "show", VIN, owner=self.bob.address, historyCheck="Verified")
        self.checks.equal("the title as cast reads it", self.chain.title(shown["id"]), self.bob.address)

    def by_word(self):
        """The same chain for somebody whose file has no rules for it: three nodes, held against each other."""
        described = json.loads(self.network.read_text())
        del described["rules"]
        file = self.folder / "without-rules.json"
        file.write_text(json.dumps(described))
        reader = Person(self.cli, self.folder / "reader", file)
        shown = self.do("Bob's car is read without rules", reader, "vehicle", "show", VIN)
        self.checks.equal("it is the nodes' word", (shown["provenance"], shown["owner"]), ("reported", self.bob.address))
        agreed = self.do("who agrees is told", reader, "network", "status")["quorum"]
        self.checks.equal("most of the three nodes name the same block, nobody another one",
                          (agreed["nodes"], agreed["needed"], agreed["agree"] >= 2, agreed["others"], agreed["contradicted"]),
                          (3, 2, True, [], []))

    def old_fees(self, what, transaction):
        """No base fee, so nothing of EIP-1559: a transaction as before, or with an access list (EIP-2930)."""
        node = self.pow.nodes[0]
        found = node.ask("eth_getTransactionByHash", transaction)
        block = node.ask("eth_getBlockByNumber", found["blockNumber"], False)
        self.checks.that(f"{what} in a block without a base fee, of an old type",
                         found["type"] in ("0x0", "0x1") and "baseFeePerGas" not in block, str(found))


if __name__ == "__main__":
    sys.exit(play("network-classic", Classic))
