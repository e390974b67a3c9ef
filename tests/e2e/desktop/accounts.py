#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A wallet brought back from its words in the real windows: the scan finds an account of Ledger Live's, the settings list
it, it comes into use, pays; one is only looked at; a key leaves in a file; and a forgotten passphrase is set anew with
the words, after which everything is as it was."""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import harness

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
from chain import WEI, Chain  # noqa: E402
from checks import Checks  # noqa: E402
from people import Person  # noqa: E402

WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow"  # BIP-39's test vectors
LEDGER = "m/44'/60'/2'/0/0"
FIRST, SECOND = "correct horse battery", "from now on this one"
SECRET = "password text"


class Accounts:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.checks = Checks()
        self.cli = f"{options.bin}/autochain-cli"
        self.host = Person(self.cli, folder / "host", None)
        self.market = folder / "practice"
        self.home = folder / "home"

    def shot(self, name, app):
        if self.options.out:
            app.shot(f"{self.options.out}/{name}.png")

    def set_stage(self):
        started = self.host.run("practice", "start", "--folder", self.market, timeout=600)
        assert started.code == 0, str(started)
        facts = json.loads((self.market / "network.json").read_text())
        self.chain = Chain(self.options.cast, facts["nodes"][0], facts["contracts"])
        people = {p["role"]: p for p in reversed(self.host.run("practice", "people", "--folder", self.market).json["people"])}
        self.payee = people["seller"]["address"]
        donor = Person(self.cli, self.folder / "donor", self.market / "network.json")
        donor.run("wallet", "import", "--keystore", people["buyer"]["keystore"])
        out = subprocess.run([self.options.cast, "wallet", "address", "--mnemonic", WORDS, "--mnemonic-derivation-path", LEDGER],
                             capture_output=True, text=True, check=True)
        self.ledger = out.stdout.strip()
        for more in (["--coin"], []):
            got = donor.run("wallet", "send", "--to", self.ledger, "--amount", 40, *more)
            assert got.code == 0, str(got)
        facts |= {"kind": "private", "name": "Harbour"}
        for gone in ("people", "content"):
            facts.pop(gone, None)
        self.network = self.folder / "network.json"
        self.network.write_text(json.dumps(facts))

    def launch(self, *arguments):
        self.app = harness.launch(f"{self.options.bin}/autochain", ["--home", str(self.home), *arguments], "suite",
                                  str(self.folder / "suite.log"))
        return self.app

    def choose(self, signer, passphrase, title="A passphrase for this computer"):
        signer.wait(title, timeout=60)
        signer.type_into("Passphrase", passphrase, role=SECRET)
        signer.type_into("The same again", passphrase, role=SECRET)
        signer.press("Go on")

    def type_words(self, signer, title, words=WORDS):
        signer.wait(title, timeout=60)
        signer.type_into("Words", words, role=SECRET)
        signer.press("Go on")

    def join(self):
        app = self.launch("--network", str(self.network))
        app.press("Check the network", timeout=40)
        app.type_into("Your name", "Alice")
        app.act(app.wait("Bring one back from its words", role="radio button"), ("Press", "Toggle"))
        app.press("Go on in the signer")
        signer = app.signer(60)
        signer.wait("Your words", timeout=60)
        self.shot("01-words", signer)
        self.type_words(signer, "Your words")
        self.choose(signer, FIRST)
        app.wait("1 used", contains=True, timeout=90)
        app.wait("Add 1 account and go on", enabled=True, timeout=90)
        self.checks.that("the scan says what it asked", "123 accounts on 6 paths" in app.text(), app.text()[:1500])
        self.shot("02-scan", app)
        app.press("Add 1 account and go on")
        app.wait("Wallet", role="page tab", contains=True, timeout=60)
        self.checks.that("the account with the money is in use", "Alice 2" in app.text(), app.text()[:400])

    def settings(self):
        app = self.app
        app.press("Settings", contains=True)
        app.press("Accounts", role="page tab")
        app.wait("40.00", contains=True, timeout=60)
        text = app.text()
        self.checks.that("the settings list both with their paths", LEDGER in text and "m/44'/60'/0'/0/0" in text, text[:1500])
        app.type_into("Name", "Savings")
        app.press("Add an account of your words")
        app.wait("The account is added.", contains=True, timeout=60)
        app.wait("Use Savings", timeout=30)
        app.type_into("Name of it", "Bob")
        app.type_into("Address or extended public key", self.payee)
        app.press("Look at it")
        app.wait("Stop looking at Bob", timeout=60)
        self.shot("03-accounts", app)
        app.press("Look for accounts")
        app.wait("Stop", timeout=30)
        app.wait("Asked about 123 accounts", contains=True, timeout=90)
        self.shot("04-look-again", app)
        app.press("Use Savings")
        app.wait("You are Savings", timeout=60)
        self.checks.that("another account comes into use", True)
        app.press("You are Savings")
        app.wait("Receive…", role="menu item", timeout=20)
        self.shot("05-menu", app)
        app.press("Alice 2", timeout=20)
        app.wait("You are Alice 2", timeout=60)
        self.checks.that("and back by the menu at the foot of the rail", True)
        app.press("Settings", contains=True)
        app.press("Accounts", role="page tab")
        for before, after in (("Alice 2", "Daily"), ("Daily", "Alice 2")):
            app.press(f"Rename {before}", timeout=40)
            app.type_into(f"New name of {before}", after)
            app.press(f"Keep the name of {before}")
            app.wait(f"You are {after}", timeout=30)
        self.checks.that("a new name of the account in use shows at once", True)

    def pay(self):
        app = self.app
        before = self.chain.auc(self.payee)
        app.act(app.wait("Wallet", role="page tab", contains=True), ("Press",))
        app.press("Send…", timeout=40)
        app.type_into("Address", self.payee)
        app.press("Continue", timeout=30)
        app.type_into("Amount", "1")
        app.press("Review", timeout=30)
        app.wait("Continue in the signer", role="push button", enabled=True, timeout=30)
        app.press("Continue in the signer")
        app.sign()
        app.wait("Sent: 1", contains=True, timeout=60)
        self.checks.equal("the Ledger account pays", self.chain.auc(self.payee) - before, WEI)

    def forgotten(self):
        self.app.quit()
        app = self.launch()
        app.wait("Unlock AutoChain", timeout=40)
        self.shot("06-unlock", app)
        app.press("Forgotten the passphrase?", contains=True)
        signer = app.signer(60)
        signer.wait("Your words set a new passphrase", timeout=60)
        self.shot("07-recover", signer)
        self.type_words(signer, "Your words set a new passphrase")
        self.choose(signer, SECOND)
        app.wait("You are Alice 2", timeout=60)
        self.checks.that("the words open it and set a new passphrase", True)
        app.press("Settings", contains=True)
        app.press("Accounts", role="page tab")
        app.wait("Stop looking at Bob", timeout=60)
        self.checks.that("nothing is lost", all(name in app.text() for name in ("Savings", "Alice 2", "Bob")))
        self.pay()
        app.quit()
        app = self.launch()
        app.wait("Unlock AutoChain", timeout=40)
        app.press("Unlock", role="push button")
        signer = app.signer(60)
        for passphrase in (FIRST, SECOND):
            signer.wait("Unlock", role="push button", enabled=True, timeout=30)
            signer.type_into("Passphrase", passphrase, role=SECRET)
            signer.press("Unlock", role="push button")
            if passphrase == FIRST:
                signer.wait("This passphrase does not open it.", timeout=30)
        app.wait("You are Alice 2", timeout=60)
        self.checks.that("the old passphrase opens nothing, the new one does", True)
        app.quit()

    def run(self):
        try:
            self.set_stage()
            self.join()
            self.settings()
            self.pay()
            self.forgotten()
        except harness.NotFound as missing:
            self.checks.that("comes to its end", False, str(missing)[:3000])
        finally:
            if getattr(self, "app", None):
                self.app.quit()
            self.host.run("practice", "stop", "--folder", self.market)
        return self.checks.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--cast", required=True)
    parser.add_argument("--out", help="folder for pictures")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="autochain-accounts-", ignore_cleanup_errors=True) as folder:
        return Accounts(options, pathlib.Path(folder)).run()


if __name__ == "__main__":
    sys.exit(main())
