#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One window on three real geth nodes with proof of work: what is proven and how one learns it, a node that lies, and the day on
which nobody answers."""

import json
import pathlib
import subprocess
import sys
import time

from scene import KEYS, WEI, Scene, play

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "desktop"))
import harness  # noqa: E402
from relay import Relay  # noqa: E402

VAULT = "correct horse battery"
KEY_FILE = "a key everybody knows"


def another_state(method, result):
    """A header with another root of the state: values could be proven against it that are not so."""
    if method in ("eth_getBlockByNumber", "eth_getHeaderByNumber") and isinstance(result, dict):
        root = result["stateRoot"]
        result["stateRoot"] = root[:-1] + ("0" if root[-1] != "0" else "1")
    return result


class NetworkDesktop(Scene):
    def __init__(self, options, folder):
        super().__init__(options, folder)
        self.bin, self.out = options.bin, pathlib.Path(options.out)
        self.out.mkdir(parents=True, exist_ok=True)
        self.app = None

    def run(self):
        try:
            self.open_network()
            self.address, self.key = KEYS["bob"]
            self.give(self.address, 1_000)
            self.settle()
            self.join()
            self.all_is_proven()
            self.one_lies()
            self.nobody_answers()
        except (KeyError, RuntimeError, harness.NotFound) as trouble:
            self.checks.that("the story comes to its end", False, repr(trouble))
            if self.app:
                self.shot("trouble")
        finally:
            if self.app:
                self.app.quit()
            self.strike_stage()
        return self.checks.close()

    def shot(self, name):
        self.app.shot(str(self.out / f"{name}.png"))

    def join(self):
        """The second node stands behind a relay, so that it can be made to lie."""
        self.relay = Relay(self.pow.nodes[1].url)
        facts = json.loads(self.network.read_text())
        facts["nodes"][1] = self.relay.url
        facts["finality"] = {"amountBlocks": 2, "dealBlocks": 3, "staleAfterSeconds": 45, "blockRewardWei": hex(2 * WEI), "margin": 2}
        file = self.folder / "three.json"
        file.write_text(json.dumps(facts))
        subprocess.run([self.cast, "wallet", "import", "bob", "--private-key", self.key, "--unsafe-password", KEY_FILE,
                        "--keystore-dir", str(self.folder)], check=True, stdout=subprocess.DEVNULL)
        self.app = app = harness.launch(f"{self.bin}/autochain", ["--home", str(self.folder / "desk"), "--network", str(file),
                                        "--size", "1440x860"], "desk", str(self.out / "autochain.log"))
        app.press("Check the network", timeout=60)
        app.type_into("Your name", "Bob")
        app.act(app.wait("Import a keystore file", role="radio button"), ("Press", "Toggle"))
        app.type_into("Keystore file", str(self.folder / "bob"))
        app.press("Go on in the signer")
        app.give_passphrase(KEY_FILE, "Go on")
        app.choose_passphrase(VAULT)
        app.wait("Wallet", role="page tab", contains=True, timeout=90)

    def page(self, name):
        self.app.act(self.app.wait(name, role="page tab", contains=True), ("Press",))

    def section(self, name):
        self.page("Settings")
        self.app.act(self.app.wait(name, role="page tab"), ("Press",))

    def all_is_proven(self):
        app = self.app
        app.wait("verified", contains=True, timeout=240)
        self.page("Wallet")
        app.wait("1,000.00", contains=True, timeout=60)
        app.press("Proven: Free to spend", timeout=120)
        app.wait("How do we know: Free to spend", timeout=20)
        words = app.text()
        self.checks.that("a mark tells block, work and nodes", all(part in words for part in ("it stands in block", "On top of it",
                         "Unchanged", "Proof given by", "for at least 2 blocks before that")), words)
        self.shot("mark")
        app.key("Escape")
        app.wait_gone("How do we know: Free to spend")
        self.section("Network")
        app.wait("In sync and verified", contains=True, timeout=60)
        self.checks.that("three nodes agree", "3 of 3 nodes agree" in app.text(), app.text())
        self.shot("in-sync")

    def one_lies(self):
        app = self.app
        self.relay.lie = another_state
        app.wait("is shut out", contains=True, timeout=90)
        self.checks.that("the liar is named, the others still agree",
                         "2 of 2 nodes agree" in app.text() and "Shut out" in app.text(), app.text())
        self.shot("liar")
        self.relay.lie = None
        app.press("again", contains=True, role="push button")
        app.wait_gone("is shut out", contains=True, timeout=60)
        app.wait("3 of 3 nodes agree", contains=True, timeout=60)
        self.page("Wallet")
        app.wait("Proven: Free to spend", timeout=60)

    def nobody_answers(self):
        app = self.app
        self.pow.stop()
        self.relay.close()
        self.section("Network")
        app.wait("No node answers; last verified block", contains=True, timeout=120)
        self.shot("offline")
        self.page("Wallet")
        app.wait("Stale: Free to spend", timeout=60)
        app.press("Stale: Free to spend")
        app.wait("How do we know: Free to spend", timeout=20)
        time.sleep(0.5)
        self.shot("offline-mark")
        self.checks.that("a stale mark says what to do", "do not pay or sign on it" in app.text(), app.text())


if __name__ == "__main__":
    MORE = [(name, {"required": True}) for name in ("--bin", "--out")]
    sys.exit(play("network-desktop", NetworkDesktop, MORE))
