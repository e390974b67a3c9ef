#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A wallet with accounts at several paths and an imported key is brought back from its words on another computer, found
by asking the node, and pays; a forgotten passphrase is set anew with the words, and every account still pays; a key
leaves in a file that another program reads. Balances and addresses are `cast`'s."""

import json
import subprocess
import sys

from chain import WEI
from people import Person
from stage import Stage, perform

WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow"  # BIP-39's test vectors
UNUSED = "letter advice cage absurd amount doctor acoustic avoid letter advice cage above"
FOURTH, LEDGER = "m/44'/60'/0'/0/3", "m/44'/60'/2'/0/0"
IMPORTED = "0x" + "11" * 32


class Accounts(Stage):
    def by_cast(self, *arguments):
        out = subprocess.run([self.cast, "wallet", "address", *arguments], capture_output=True, text=True, timeout=60)
        return out.stdout.strip()

    def pays(self, name, person, account, **options):
        before = self.chain.auc(self.payee)
        self.do(f"{name} pays", person, "--as", account, "wallet", "send", "--to", self.payee, "--amount", 1, **options)
        self.checks.equal(f"{name}: what it paid came", self.chain.auc(self.payee) - before, WEI)

    def set_stage(self):
        people = self.open_market()
        self.payee = people["seller"]["address"]
        self.donor = Person(self.cli, self.folder / "donor", self.network)
        self.do("somebody with money", self.donor, "wallet", "import", "--keystore", people["buyer"]["keystore"])

    def gives(self, address):
        self.do("coins", self.donor, "wallet", "send", "--coin", "--to", address, "--amount", 5)
        self.do("AUC", self.donor, "wallet", "send", "--to", address, "--amount", 10)

    def first_home(self):
        self.home = Person(self.cli, self.folder / "first", self.network, passphrase="the first passphrase")
        got = self.do("restored without asking", self.home, "wallet", "restore", "--no-scan", "--name", "Main", secret=WORDS)
        self.checks.that("which it says", "scan" in got and got["scan"] is None, str(got))
        self.first = got["address"]
        self.checks.equal("the usual first account", self.first, self.by_cast("--mnemonic", WORDS))
        self.fourth = self.do("one by its path", self.home, "wallet", "add", "--path", FOURTH, "--name", "Fourth")["address"]
        self.ledger = self.do("one as Ledger Live counts", self.home, "wallet", "add", "--path", LEDGER, "--name", "Ledger")["address"]
        for address, path in ((self.fourth, FOURTH), (self.ledger, LEDGER)):
            self.checks.equal(f"{path} is cast's", address,
                              self.by_cast("--mnemonic", WORDS, "--mnemonic-derivation-path", path))
        got = self.home.run("wallet", "add", "--path", LEDGER)
        self.checks.equal("never twice", got.error, "AccountExists")
        got = self.home.run("wallet", "add", "--path", "m/44/sixty")
        self.checks.equal("a path that is none", (got.code, got.error), (6, "BadPath"))
        self.imported = self.do("a key is imported", self.home, "wallet", "import", "--name", "Imported", secret=IMPORTED)["address"]
        self.do("renamed", self.home, "wallet", "rename", "Ledger", "--name", "Old Ledger")
        listed = {a["name"]: a for a in self.home.run("wallet", "address").json["accounts"]}
        self.checks.equal("the list says where each comes from",
                          {n: (a["kind"], a["path"]) for n, a in listed.items()},
                          {"Main": ("words", "m/44'/60'/0'/0/0"), "Fourth": ("words", FOURTH),
                           "Old Ledger": ("words", LEDGER), "Imported": ("imported", "")})
        for address in (self.fourth, self.ledger, self.imported):
            self.gives(address)

    def second_home(self):
        home = Person(self.cli, self.folder / "second", self.network, passphrase="another passphrase")
        scan = self.do("restored on another computer", home, "wallet", "restore", "--name", "Mine", secret=WORDS)["scan"]
        self.checks.equal("the verdict", scan["verdict"], "found")
        self.checks.equal("found are those that were used", {a["address"]: a["path"] for a in scan["accounts"]},
                          {self.fourth: FOURTH, self.ledger: LEDGER})
        self.checks.that("and taken in", all(a["added"] for a in scan["accounts"]), str(scan))
        self.checks.equal("every path came to its end", [(p["asked"], p["used"], p["ended"]) for p in scan["paths"]],
                          [(24, 1, "gap"), (23, 1, "gap")] + [(20, 0, "gap")] * 4)
        self.pays("the Ledger account on the other computer", home, self.ledger)
        again = self.do("asked again", home, "wallet", "discover", "--add")["scan"]
        self.checks.that("nothing comes twice", all(a["known"] and not a["added"] for a in again["accounts"]), str(again))
        got = home.run("--as", self.imported, "wallet", "send", "--to", self.payee, "--amount", 1)
        self.checks.equal("an imported key is not in the words", got.error, "UnknownAccount")

    def nothing_and_nobody(self):
        home = Person(self.cli, self.folder / "unused", self.network, passphrase="a third one")
        scan = self.do("words that were never used", home, "wallet", "restore", secret=UNUSED)["scan"]
        self.checks.equal("say so with what was asked", (scan["verdict"], scan["asked"], len(scan["paths"])),
                          ("nothing-used", 120, 6))
        text = json.loads(self.network.read_text())
        text["nodes"] = ["http://127.0.0.1:9"]
        dead = self.market / "dead.json"
        dead.write_text(json.dumps(text))
        home = Person(self.cli, self.folder / "offline", dead, passphrase="a fourth one")
        scan = self.do("restored without a node", home, "wallet", "restore", secret=WORDS)["scan"]
        self.checks.equal("says nothing about the wallet", (scan["verdict"], scan["asked"]), ("could-not-ask", 0))
        dead.unlink()
        home = Person(self.cli, self.folder / "extra", self.network, passphrase="a fifth one")
        got = self.do("words with a passphrase of their own", home, "wallet", "restore", "--with-passphrase", "--no-scan",
                      secret=WORDS + "\nTREZOR")
        self.checks.equal("are other accounts", got["address"],
                          self.by_cast("--mnemonic", WORDS, "--mnemonic-passphrase", "TREZOR"))

    def forgotten(self):
        self.pays("the Ledger account before", self.home, self.ledger)  # also makes records
        got = self.home.run("wallet", "recover", passphrase="not known", secret=UNUSED + "\nfrom now on this")
        self.checks.equal("a stranger's words change nothing", (got.code, got.error), (6, "BadSecret"))
        self.do("the words set a new passphrase", self.home, "wallet", "recover", passphrase="not known",
                secret=WORDS + "\nfrom now on this")
        got = self.home.run("--as", self.ledger, "wallet", "send", "--to", self.payee, "--amount", 1)
        self.checks.equal("the old one opens nothing any more", got.code, 5)
        self.home.passphrase = "from now on this"
        for name, account in (("Fourth", self.fourth), ("Ledger", self.ledger), ("the imported key", self.imported)):
            self.pays(f"{name} after", self.home, account)
        listed = {a["name"] for a in self.home.run("wallet", "address").json["accounts"]}
        self.checks.equal("with the labels they had", listed, {"Main", "Fourth", "Old Ledger", "Imported"})

    def key_file(self):
        file = self.folder / "imported.json"
        self.do("a key leaves in a file", self.home, "--as", self.imported, "wallet", "export", "--out", file,
                secret="only of the file")
        self.checks.equal("which another program reads", self.by_cast("--keystore", str(file), "--password", "only of the file"),
                          self.imported)
        before = file.read_bytes()
        got = self.home.run("--as", self.fourth, "wallet", "export", "--out", file, secret="only of the file")
        self.checks.that("never written over", got.error == "BadSecret" and file.read_bytes() == before, str(got))

    def looked_at(self):
        self.do("an account is looked at", self.home, "wallet", "watch", f"ethereum:{self.payee}", "--name", "Bob")
        listed = {a["name"]: a for a in self.do("listed", self.home, "wallet", "address", "--watched")["accounts"]}
        self.checks.equal("as what it is", (listed["Bob"]["address"], listed["Bob"]["kind"]), (self.payee, "watch-only"))
        got = self.home.run("--as", self.payee, "wallet", "send", "--to", self.first, "--amount", 1)
        self.checks.equal("it never signs", got.error, "UnknownAccount")
        got = self.home.run("wallet", "watch", WORDS)
        self.checks.that("words are no account and come back nowhere", got.code == 6 and "legal" not in str(got.json), str(got))
        self.do("no longer", self.home, "wallet", "unwatch", self.payee)
        listed = {a["name"] for a in self.do("listed again", self.home, "wallet", "address", "--watched")["accounts"]}
        self.checks.that("and gone", "Bob" not in listed)

    def play(self):
        try:
            self.set_stage()
            self.first_home()
            self.second_home()
            self.nothing_and_nobody()
            self.forgotten()
            self.key_file()
            self.looked_at()
        except RuntimeError as stopped:
            print(f"stopped at: {stopped}", flush=True)
        finally:
            self.practice("stop")
        return self.checks.close()


if __name__ == "__main__":
    sys.exit(perform("accounts", lambda *stage: Accounts(*stage).play()))
