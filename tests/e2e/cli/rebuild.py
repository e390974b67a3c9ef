#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything but the words and the chain is lost in the middle of a deal: three people restore from their words on empty
computers, find the deal by its traces on the chain, and bring it to its end."""

import json
import shutil
import sys

from chain import WEI
from people import Person
from stage import Stage, perform

# Phrases of the BIP-39 test vectors (trezor/python-mnemonic, vectors.json): known to everybody.
WORDS = {
    "buyer": "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal "
             "winner thank year wave sausage worth title",
    "seller": "letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic "
              "avoid letter advice cage absurd amount doctor acoustic bless",
    "appraiser": "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo vote",
}
VIN = "1M8GDM9AXKP042788"  # the example of 49 CFR 565.15: its check digit is X
PRICE = 1_200


class Rebuild(Stage):
    def person(self, role, life):
        """Restored from the words in an empty home of another passphrase each life."""
        person = Person(self.cli, self.folder / f"{role}-{life}", self.network, passphrase=f"{role} in life {life}")
        got = person.run("wallet", "restore", "--name", role, secret=WORDS[role])
        self.checks.that(f"{role}, life {life}: restored from the words", got.code == 0, str(got))
        person.address = got.json.get("address", "")
        return person

    def set_stage(self):
        people = self.open_market()
        self.substitute = people["substitute"]["address"]
        self.buyer, self.seller, self.appraiser = (self.person(role, 1) for role in ("buyer", "seller", "appraiser"))
        donor = Person(self.cli, self.folder / "donor", self.network)
        self.do("somebody with money", donor, "wallet", "import", "--keystore", people["buyer"]["keystore"])
        for person, auc in ((self.buyer, 2_000), (self.seller, 0), (self.appraiser, 50_000)):
            self.do("coins", donor, "wallet", "send", "--coin", "--to", person.address, "--amount", 5)
            if auc:
                self.do("AUC", donor, "wallet", "send", "--to", person.address, "--amount", auc)
        self.do("the car is registered", self.seller, "vehicle", "mint", VIN, "--km", 46_000)
        self.do("the appraiser is registered", self.appraiser, "appraiser", "register", "--name", "Words alone", "--stake",
                50_000, "--ruling-fee", 50)

    def until_funded(self):
        offered = self.do("offered", self.buyer, "deal", "offer", VIN, "--price", PRICE, "--appraiser",
                          self.appraiser.address, "--substitute", self.substitute, "--ruling-fee", 50)
        self.deal = offered["deal"]
        self.do("accepted", self.seller, "deal", "accept", self.deal)
        self.do("seat taken", self.appraiser, "deal", "seat", self.deal)
        self.do("funded", self.buyer, "deal", "fund", self.deal)

    def lose_everything(self, life):
        addresses = {p.address for p in (self.buyer, self.seller, self.appraiser)}
        for home in self.folder.iterdir():
            if home != self.market:
                shutil.rmtree(home)
        # The documents as well: what a deal is must not hang on them.
        content = self.market / "content"
        if content.is_dir():
            shutil.rmtree(content)
            content.mkdir()
        left = sorted(p.name for p in self.folder.iterdir())
        self.checks.equal("nothing is left but the chain", left, ["practice"])
        self.buyer, self.seller, self.appraiser = (self.person(role, life) for role in ("buyer", "seller", "appraiser"))
        self.checks.equal("the words give the same accounts",
                          {p.address for p in (self.buyer, self.seller, self.appraiser)}, addresses)

    def found_again(self, state):
        for role, person in (("buyer", self.buyer), ("seller", self.seller), ("appraiser", self.appraiser)):
            deals = person.run("deal", "list").json.get("deals", [])
            mine = [d for d in deals if self.deal in (d.get("deal"), d.get("id"))]
            self.checks.that(f"the {role} finds the deal", len(mine) == 1, str(deals))
            shown = person.run("deal", "show", self.deal).json
            self.checks.equal(f"the {role} sees how far it is", shown.get("state"), state)
            self.checks.equal(f"the {role} has its terms, hashed by the contract to its number",
                              self.chain.hash_terms(shown["terms"]), self.deal)

    def until_signed(self):
        self.do("the title goes in", self.seller, "deal", "deposit", self.deal)
        self.do("the buyer signs the release", self.buyer, "deal", "propose", self.deal, "--outcome", "release")

    def to_the_end(self):
        before = self.chain.auc(self.seller.address)
        vehicle = self.seller.run("vehicle", "show", VIN).json.get("id", "")
        self.do("the seller carries it out", self.seller, "deal", "execute", self.deal, "--outcome", "release")
        self.checks.equal("the price is the seller's", self.chain.auc(self.seller.address) - before, PRICE * WEI)
        self.checks.equal("the car is the buyer's", self.chain.title(vehicle), self.buyer.address)
        shown = self.buyer.run("deal", "show", self.deal).json
        self.checks.equal("the deal says so", (shown.get("state"), shown.get("outcome")), ("Settled", "Release"))

    def run(self):
        try:
            self.set_stage()
            self.until_funded()
            self.lose_everything(life=2)
            self.found_again("Funded")
            self.until_signed()
            self.lose_everything(life=3)  # the buyer's signature, too, is on the chain alone
            self.found_again("BothIn")
            self.to_the_end()
        except (KeyError, RuntimeError) as trouble:
            self.checks.that("comes to its end", False, repr(trouble))
        finally:
            self.practice("stop")
        return self.checks.close()


if __name__ == "__main__":
    sys.exit(perform("rebuild", lambda *stage: Rebuild(*stage).run()))
