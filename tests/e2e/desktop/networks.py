# SPDX-License-Identifier: GPL-3.0-or-later
"""A network joined by its file: the file of another chain, a node that changes its chain in use, and a wrong passphrase on
both doors, that of a key file and that of the vault."""

import json
import time

import harness
from relay import Relay

OTHER_CHAIN = 4242
VAULT = "correct horse battery"
KEY_FILE = "practice"  # the passphrase of every key of a practice market
SOURCE = "Network file or address"


class Networks:
    def __init__(self, stage):
        self.stage = stage
        self.home = stage.folder / "joined"
        facts = json.loads((stage.market / "network.json").read_text())
        self.relay = Relay(facts["nodes"][0])
        self.bob = next(p for p in facts["people"] if p["name"] == "Bob Keller")
        facts.update({"kind": "private", "name": "Harbour", "nodes": [self.relay.url]})
        for key in ("people", "content"):
            facts.pop(key, None)
        self.right = self.write("right.json", facts)
        self.wrong = self.write("wrong.json", facts | {"chainId": OTHER_CHAIN})

    def write(self, name, facts):
        path = self.stage.folder / name
        path.write_text(json.dumps(facts))
        return str(path)

    def join_another_chain(self):
        """The file's chain is not the node's: nothing is made, the file's name stays typed."""
        stage = self.stage
        self.app = stage.launch("joiner", "--home", self.home, "--network", self.wrong)
        self.app.press("Check the network", timeout=40)
        stage.told("file of another chain", "another chain", str(OTHER_CHAIN), app=self.app)
        stage.keeps("file of another chain", SOURCE, self.wrong, app=self.app)
        stage.checks.that("file of another chain: nothing was made", not list(self.home.glob("networks/*")))
        stage.shot("06-join-another-chain", self.app)

    def join(self):
        app = self.app
        app.type_into(SOURCE, self.right)
        app.press("Check the network")
        app.type_into("Your name", "Bob")
        app.act(app.wait("Import a keystore file", role="radio button"), ("Press", "Toggle"))
        app.type_into("Keystore file", str(self.stage.market / self.bob["keystore"]))
        app.press("Go on in the signer")
        app.give_passphrase("practise", "Go on")
        self.stage.told_by_signer("import with a wrong passphrase", app.signer(), "does not open it")
        app.give_passphrase(KEY_FILE, "Go on")
        app.choose_passphrase(VAULT)
        app.wait("Wallet", role="page tab", contains=True, timeout=60)
        self.stage.note("joined the network by its file")

    def payment(self, app):
        """A payment of 25 AUC to Alice, typed up to the review."""
        app.act(app.wait("Wallet", role="page tab", contains=True), ("Press",))
        app.press("Send…", timeout=40)
        app.type_into("Address", self.stage.who["Alice"])
        app.press("Continue", timeout=30)
        app.type_into("Amount", "25")
        app.press("Review", timeout=30)
        app.wait("Continue in the signer", role="push button", enabled=True, timeout=30)

    def chain_changes(self):
        """In use, behind the same address and on the same connection."""
        stage, app = self.stage, self.app
        before = stage.ledger()
        self.payment(app)
        self.relay.chain_id = OTHER_CHAIN
        stage.told("chain changed in use", "another chain", str(OTHER_CHAIN), app=app)
        app.press("Continue in the signer")
        stage.checks.that("chain changed in use: the page refuses too",
                          self.count(app, "Cause: ", 2), str(app.names()[:80]))
        stage.shot("06-chain-changed", app)
        signing = [s for s in self.signers(app) if s.find("Hold to sign") is not None]
        stage.checks.equal("chain changed in use: nobody was asked to sign", len(signing), 0)
        stage.checks.equal("chain changed in use: nothing was sent", self.relay.sent, 0)
        self.relay.chain_id = None
        app.wait_gone("another chain: expected", contains=True)
        stage.untouched("chain changed in use", before)
        stage.checks.that("chain changed in use: the payment is still there", "25" in app.text())

    def count(self, app, start, wanted, timeout=30):
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if sum(line.startswith(start) for line in app.text().splitlines()) >= wanted:
                return True
            time.sleep(0.1)
        return False

    def signers(self, app):
        for pid in harness.children(app.pid):
            if harness.command_name(pid).startswith("autochain-signe"):
                yield harness.App(pid, "signer")

    def wrong_passphrase(self):
        """Closed and opened again: records and keys want their passphrase."""
        stage = self.stage
        self.app.quit()
        app = self.app = stage.launch("joined", "--home", self.home)
        app.wait("Unlock AutoChain", timeout=40)
        before = stage.ledger()
        app.press("Unlock", role="push button")
        app.give_passphrase("incorrect horse")
        signer = app.signer()
        stage.told_by_signer("wrong passphrase", signer, "does not open it")
        stage.shot("07-wrong-passphrase", signer)
        stage.untouched("wrong passphrase", before)
        app.give_passphrase(VAULT)
        app.wait("Wallet", role="page tab", contains=True, timeout=60)

        self.payment(app)
        app.press("Continue in the signer")
        app.sign()
        app.wait("Sent: 25", contains=True, timeout=60)
        after = stage.ledger()
        stage.checks.equal("right passphrase: the payment arrived, once",
                           ((before["Bob"][0] - after["Bob"][0]) // 10 ** 18, (after["Alice"][0] - before["Alice"][0]) // 10 ** 18,
                            after["Bob"][1] - before["Bob"][1]), (25, 25, 1))

    def run(self):
        try:
            self.join_another_chain()
            self.join()
            self.chain_changes()
            self.wrong_passphrase()
        finally:
            self.relay.close()
