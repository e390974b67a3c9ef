#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The suite on three core-geth nodes, a chain with Etchash and without base fees: deployed, a car registered, AUC sent; and the
headers and proofs of such nodes against our own verification."""

import sys

from scene import Scene, play

from chain import WEI
from sale import VIN


class Classic(Scene):
    KIND = "classic"

    def run(self):
        try:
            self.open_network()
            self.money()
            self.car()
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

    def old_fees(self, what, transaction):
        """No base fee, so nothing of EIP-1559: a transaction as before, or with an access list (EIP-2930)."""
        node = self.pow.nodes[0]
        found = node.ask("eth_getTransactionByHash", transaction)
        block = node.ask("eth_getBlockByNumber", found["blockNumber"], False)
        self.checks.that(f"{what} in a block without a base fee, of an old type",
                         found["type"] in ("0x0", "0x1") and "baseFeePerGas" not in block, str(found))


if __name__ == "__main__":
    sys.exit(play("network-classic", Classic))
