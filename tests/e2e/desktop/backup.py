#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Through the windows: a wallet, a name for an address and a payment half typed; a backup; the drill with the words from paper
and with other words; then everything on this computer is gone, and words and file bring it back."""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import harness
from vault import choose_passphrase, type_secret, write_down_words

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
from checks import Checks  # noqa: E402

OTHERS = "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo vote"  # BIP-39 test vector
FRIEND = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"


class Suite:
    def __init__(self, options, folder, home, network):
        self.app = harness.launch(f"{options.bin}/autochain", ["--home", str(home), "--size", "1300x860"], "suite", str(folder / "suite.log"))
        self.network = network
        self.shots = pathlib.Path(options.out)

    def shot(self, name):
        self.app.shot(str(self.shots / f"{name}.png"))

    def begin_joining(self):
        self.app.press("Join a network…", timeout=60)
        self.app.type_into("Network file or address", str(self.network))
        self.app.press("Check the network")
        self.app.type_into("Your name", "Alice", timeout=60)

    def tab(self, name):
        self.app.act(self.app.wait(name, role="page tab", contains=True, timeout=60), ("Press",))

    def settings(self, section):
        self.tab("Settings")
        self.app.press(section, role="page tab", timeout=30)

    def type_words(self, words):
        signer = self.app.signer(60)
        signer.wait("Test your words", timeout=30)
        type_secret(signer, "Words", words)
        return signer


def fill_in(suite):
    suite.settings("Address book")
    suite.app.type_into("Name", "Garage Lavoie")
    suite.app.type_into("Address", FRIEND)
    suite.app.press("Keep the name")
    suite.app.wait("Garage Lavoie", contains=True, timeout=30)
    suite.tab("Wallet")
    suite.app.press("Send…", timeout=60)
    suite.app.type_into("Address", FRIEND)


def drills(suite, checks, words):
    app = suite.app
    suite.settings("Backup")
    app.press("Back up now", timeout=60)
    app.wait("Made, read back from the disk", contains=True, timeout=60)
    suite.shot("1-backup-made")
    app.press("Test my words…")
    suite.type_words(words).press("Go on")
    app.wait("everything would come back", contains=True, timeout=60)
    said = app.text()
    checks.that("right words and the newest file: all comes back", "Your words are right" in said and "The file is whole" in said, said)
    checks.that("and what is in it is told", "1 name" in said and "1 draft" in said, said)
    suite.shot("2-drill-right")
    app.press("Test my words…")
    suite.type_words(OTHERS).press("Go on")
    app.wait("not everything would come back", contains=True, timeout=60)
    said = app.text()
    checks.that("other words: said plainly", "the words of another wallet" in said and "brings nothing back" in said, said)
    suite.shot("3-drill-other-words")
    app.press("Test my words…")
    app.signer(60).press("Cancel")
    app.wait("Test my words…", role="push button", enabled=True, timeout=30)
    app.press("Test my words…")
    app.signer(60).wait("Test your words", timeout=30)
    app.press("Cancel the test")
    app.wait("Test my words…", role="push button", enabled=True, timeout=30)
    checks.that("cancelled in either window, nothing stays open", True)
    suite.tab("Wallet")
    app.wait("Last tested", contains=True, timeout=30)
    suite.shot("4-wallet-card")
    suite.settings("Signer and words")
    suite.shot("5-signer-and-words")


def past_the_accounts(app, says):
    """Past the accounts that were looked for, to the page that says so. A press while the button is still busy with them is lost."""
    for last in (False, False, True):
        app.press("Go on", timeout=90)
        try:
            return app.wait(says, contains=True, timeout=90 if last else 15)
        except harness.NotFound:
            if last:
                raise


def restore_damaged(suite, checks, words, wrong):
    app = suite.app
    suite.begin_joining()
    app.act(app.wait("Bring one back from its words", role="radio button"), ("Press", "Toggle"))
    app.type_into("Backup file", str(wrong))
    suite.shot("6-restore")
    app.press("Go on in the signer")
    signer = app.signer(60)
    signer.wait("Your words", timeout=60)
    type_secret(signer, "Words", words)
    signer.press("Go on")
    choose_passphrase(signer)
    past_the_accounts(app, "Your wallet is back")
    said = app.text()
    checks.that("a damaged file stops nothing and is said", "brings nothing back" in said and "Go on without it" in said, said)
    suite.shot("7-restore-damaged")


def restore_well(suite, checks, words, file):
    app = suite.app
    suite.begin_joining()
    app.act(app.wait("Bring one back from its words", role="radio button"), ("Press", "Toggle"))
    app.type_into("Backup file", str(file))
    app.press("Go on in the signer")
    signer = app.signer(60)
    signer.wait("Your words", timeout=60)
    type_secret(signer, "Words", words)
    signer.press("Go on")
    choose_passphrase(signer)
    past_the_accounts(app, "The file is whole")
    suite.shot("8-restored")
    app.press("Open AutoChain")
    suite.settings("Address book")
    app.wait("Garage Lavoie", contains=True, timeout=60)
    checks.that("the name is back", True)
    suite.tab("Wallet")
    app.press("Send…", timeout=60)
    checks.equal("the draft is back", app.field_text("Address"), FRIEND)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="autochain-backup-", ignore_cleanup_errors=True) as folder:
        folder = pathlib.Path(folder)
        market = [f"{options.bin}/autochain-cli", "--home", str(folder / "market"), "--json", "practice"]
        with open(folder / "market.log", "wb") as log:
            subprocess.run([*market, "start"], check=True, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        try:
            facts = json.loads((folder / "market/practice/network.json").read_text())
            facts |= {"kind": "private", "name": "Harbour"}
            for gone in ("people", "content"):
                facts.pop(gone, None)
            network = folder / "network.json"
            network.write_text(json.dumps(facts))
            home = folder / "home"
            suite = Suite(options, folder, home, network)
            try:
                suite.begin_joining()
                suite.app.press("Go on in the signer")
                signer = suite.app.signer(60)
                choose_passphrase(signer)
                words = write_down_words(signer)
                suite.app.wait("Market", role="page tab", contains=True, timeout=90)
                backups = next((home / "networks").iterdir()) / "backups"
                for _ in range(100):
                    if list(backups.glob("*.acbackup")):
                        break
                    time.sleep(0.1)
                checks.that("the first backup is made by itself", list(backups.glob("*.acbackup")) != [])
                fill_in(suite)
                drills(suite, checks, words)
            finally:
                suite.app.quit()
            file = folder / "from-the-stick.acbackup"
            shutil.copy(max(backups.glob("*.acbackup"), key=lambda p: p.stat().st_mtime), file)
            damaged = folder / "damaged.acbackup"
            damaged.write_bytes(file.read_bytes()[:-7])
            shutil.rmtree(home)
            suite = Suite(options, folder, home, network)
            try:
                restore_damaged(suite, checks, words, damaged)
            finally:
                suite.app.quit()
            shutil.rmtree(home)
            suite = Suite(options, folder, home, network)
            try:
                restore_well(suite, checks, words, file)
            finally:
                suite.app.quit()
        finally:
            subprocess.run([*market, "stop"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return checks.close()


if __name__ == "__main__":
    sys.exit(main())
