#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backup, drill and restore by the command line: words and file bring a home back, other words and a damaged file are told
apart, and the signer keeps what it was told about locking. No node is asked for any of it."""

import json
import pathlib
import shutil
import sys

from checks import Checks
from people import Person
from stage import perform

# Phrases of the BIP-39 test vectors (trezor/python-mnemonic, vectors.json): known to everybody.
WORDS = "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner thank " \
        "year wave sausage worth title"
OTHERS = "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo vote"
PASSPHRASE = "Zwetschgen reifen im Regen"
NEW_PASSPHRASE = "Quitten reifen spaeter noch"
CONTRACTS = ("auc", "incentivePool", "treasury", "privatePlacement", "team", "participants", "vehicleRegistry", "listingBoard",
             "dealBook", "dealModule", "dealGuard", "appraisalDesk", "safeSetup", "safe", "safeProxyFactory")


def network_file(path):
    facts = {"format": "autochain-network/1", "kind": "private", "name": "Harbour", "chainId": 4711, "coin": "ETC",
             "genesisHash": "0x" + "11" * 32, "nodes": ["http://127.0.0.1:9"], "deployedAtBlock": 0, "confirmations": 1,
             "contracts": {name: "0x" + f"{i + 128:02x}" * 20 for i, name in enumerate(CONTRACTS)}}
    path.write_text(json.dumps(facts))
    return path


def play(options, folder):
    checks = Checks()
    network = network_file(folder / "harbour.json")
    home = folder / "alice"
    alice = Person(options.cli, home, network, PASSPHRASE)
    made = alice.run("wallet", "restore", "--name", "Alice", secret=WORDS)
    checks.equal("a wallet from words", made.code, 0)
    address = made.json.get("address")

    # What is to come back: the schedule is a setting like any other.
    stick = folder / "stick"
    stick.mkdir()
    told = alice.run("backup", "schedule", "--every", "weekly", "--keep", "3", "--folder", stick)
    checks.equal("schedule is set", (told.code, told.json.get("every"), told.json.get("keep")), (0, "weekly", 3))
    checks.equal("and read", alice.run("backup", "schedule").json.get("folder"), str(stick))
    first = alice.run("backup", "make")
    checks.that("a backup is written and verified", first.code == 0 and pathlib.Path(first.json.get("file", "/")).parent == stick, first)
    file = pathlib.Path(first.json["file"])
    checks.that("it is one's own alone", file.stat().st_mode & 0o777 == 0o600)
    listed = alice.run("backup", "list").json["backups"]
    checks.that("the list has it, verified", len(listed) == 1 and listed[0]["verifiedAt"] > 0, listed)
    aside = folder / "aside.acbackup"
    checks.equal("another one elsewhere", alice.run("backup", "make", "--out", aside).code, 0)
    checks.equal("which is not written over", alice.run("backup", "make", "--out", aside).error, "AlreadyExists")

    good = alice.run("backup", "drill", secret=WORDS)
    checks.that("the drill with the right words", good.code == 0 and good.json.get("whole") is True and
                good.json.get("accountsCovered") == 1 and good.json.get("rows", {}).get("setting", 0) >= 4, good)
    other = alice.run("backup", "drill", secret=OTHERS)
    checks.equal("with other words it says so", (other.code, other.error), (1, "ForeignBackup"))
    bad = alice.run("backup", "drill", secret=WORDS.replace("title", "winner"))
    checks.equal("with words that are none", (bad.code, bad.error), (6, "BadSecret"))
    broken = folder / "broken.acbackup"
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    broken.write_bytes(data)
    checks.equal("with a damaged file", alice.run("backup", "drill", broken, secret=WORDS).error, "BadBackup")
    shutil.move(stick, folder / "drawer")
    checks.equal("a stick that is in a drawer", alice.run("backup", "make").error, "FolderGone")
    checks.that("is not made anew", not stick.exists())
    shutil.move(folder / "drawer", stick)

    # Locking and the passphrase.
    checks.equal("it locks after 30 minutes", alice.run("wallet", "lock-after", "30").json.get("lockAfterMinutes"), 30)
    checks.equal("not after a day", alice.run("wallet", "lock-after", "1440").code, 6)
    checks.equal("no slot is wanted", alice.run("wallet", "keyring", "status").json, {"wanted": False, "service": "notAsked"})
    checks.equal("nonsense is a usage error", alice.run("wallet", "keyring", "sing").code, 2)
    checks.equal("another passphrase", alice.run("wallet", "passphrase", secret=NEW_PASSPHRASE).code, 0)
    checks.equal("the old one opens nothing", alice.run("backup", "list").code, 5)
    alice.passphrase = NEW_PASSPHRASE
    checks.equal("the new one does", alice.run("backup", "list").code, 0)

    # The computer breaks.
    shutil.rmtree(home)
    alice.passphrase = "Noch ein anderer Satz"
    again = alice.run("wallet", "restore", "--name", "Alice", secret=WORDS)
    checks.equal("the words bring the account back", again.json.get("address"), address)
    checks.equal("a damaged file is refused", alice.run("backup", "restore", broken).error, "BadBackup")
    checks.equal("a missing one too", alice.run("backup", "restore", folder / "none").error, "NotFound")
    back = alice.run("backup", "restore", file)
    checks.that("the file goes in", back.code == 0 and back.json.get("rows", {}).get("setting", 0) >= 4, back)
    told = alice.run("backup", "schedule")
    checks.equal("and what was set is set again", (told.json.get("every"), told.json.get("keep"), told.json.get("folder")),
                 ("weekly", 3, str(stick)))
    checks.equal("never over records that are there", alice.run("backup", "restore", file).error, "AlreadyExists")

    bob = Person(options.cli, folder / "bob", network, PASSPHRASE)
    bob.run("wallet", "restore", "--name", "Bob", secret=OTHERS)
    checks.equal("somebody else's words do not open it", bob.run("backup", "restore", file).error, "ForeignBackup")
    checks.that("and leave nothing behind", not (folder / "bob" / "store.db").exists())
    return checks.close()


if __name__ == "__main__":
    sys.exit(perform("backup", play, needs_root=False))
