#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Private parts of a car's records, by three people with homes and signers of their own: who is granted reads, a stranger does
not, an ended, expired or former owner's grant opens nothing, and what was sealed afterwards has no key for him. The contract is
asked by `cast` at each step."""

import base64
import hashlib
import subprocess
import sys

from people import Person
from stage import Stage, perform

VIN = "JM1BPALM9K1134592"  # Bob's Mazda3
SERVICE, STATEMENT = 4, 22
FIRST = "Timing belt and water pump, 1,240.50 CAD"
LATER = "Brake discs, 610.00 CAD"


class Private(Stage):
    def set_stage(self):
        people = self.open_market()
        for name, role in (("bob", "seller"), ("alice", "buyer"), ("martin", "appraiser"), ("shop", "repairShop")):
            person = Person(self.cli, self.folder / name, self.network)
            person.address = people[role]["address"]
            self.do(f"{name} imports the practice key", person, "wallet", "import", "--keystore", people[role]["keystore"], "--name", name)
            setattr(self, name, person)
        self.vehicle = self.do("the car", self.bob, "vehicle", "show", VIN)["id"]
        self.records = self.do("its records", self.bob, "vehicle", "show", VIN)["records"]

    # -- what is asked again and again ------------------------------------------------------------------------------
    def may_read(self, who, record, kind=SERVICE):
        now = int(subprocess.run([self.cast, "block", "latest", "--field", "timestamp", "--rpc-url", self.chain.url],
                                 capture_output=True, text=True, check=True).stdout.split()[0])
        return self.chain.call(self.chain.contracts["sectionGrants"], "mayRead(bytes32,address,uint8,uint64,uint64)(bool)",
                               self.vehicle, who.address, kind, record, now) == "true"

    def refused(self, name, person, error, *arguments, **options):
        got = person.run("private", *arguments, **options)
        self.checks.equal(name, got.error, error)
        self.checks.that(f"{name}: said in three parts", len(got.json.get("error", {}).get("next", "")) > 5, str(got))
        return got

    def seal(self, text, kind="Service"):
        file = self.folder / "paper.txt"
        file.write_text(text)
        return self.do(f"sealed: {text}", self.bob, "private", "seal", VIN, "--kind", kind, "--file", file, "--title", "Invoice")

    def texts(self, person, *arguments):
        opened = self.do(f"opened by {person.home.split('/')[-1]}", person, "private", "open", VIN, *arguments)
        return [s["text"] for s in opened["sections"]]

    def grant(self, *arguments, by=None):
        return self.do("granted", by or self.bob, "private", "grant", VIN, "--to", self.alice.address, *arguments)

    def block(self, digest):
        """The stored block with this sha2-256: folder stores name files by CIDv1 (raw, base32)."""
        cid = "b" + base64.b32encode(bytes([1, 0x55, 0x12, 0x20]) + bytes.fromhex(digest[2:])).decode().lower().rstrip("=")
        found = list(self.market.rglob(cid))
        self.checks.that("the section's block lies in the store", len(found) == 1, cid)
        return found[0].read_bytes()

    # -- the story ---------------------------------------------------------------------------------------------------
    def keys_and_strangers(self):
        self.refused("without a published key nobody can be granted anything", self.bob, "NoPublicKey",
                     "grant", VIN, "--to", self.alice.address, "--kinds", "Service", "--until", "30d")
        for person in (self.bob, self.alice):
            self.do("publishes a key", person, "private", "publish-key")
        self.first = self.seal(FIRST)
        self.checks.equal("sealed for the holder alone", self.first["readers"], [self.bob.address])
        self.checks.equal("its owner reads it", self.texts(self.bob), [FIRST])
        for person in (self.alice, self.martin):
            self.refused("a stranger is told to ask the owner", person, "AskOwner", "open", VIN)
            self.checks.that("the contract says no too", not self.may_read(person, self.first["record"]))
        self.checks.that("the block tells nothing", FIRST.encode() not in self.block(self.first["section"]))

    def granted(self):
        self.refused("only the holder grants", self.martin, "NotHolder",
                     "grant", VIN, "--to", self.alice.address, "--kinds", "Service", "--until", "30d")
        shared = self.grant("--kinds", "Service", "--until", "30d")
        self.checks.equal("one section goes along", shared["sections"], 1)
        self.checks.that("the contract says yes", self.may_read(self.alice, self.first["record"]))
        self.checks.that("to her alone", not self.may_read(self.martin, self.first["record"]))
        self.checks.equal("she reads it", self.texts(self.alice), [FIRST])
        self.refused("the stranger still does not", self.martin, "AskOwner", "open", VIN)
        self.refused("nothing opens without her yes", self.alice, "Declined", "open", VIN, yes=False)
        second = self.seal(LATER)
        self.checks.equal("what is sealed now is for her too", second["readers"], [self.bob.address, self.alice.address])
        self.checks.equal("she reads both", self.texts(self.alice), [FIRST, LATER])
        other = self.seal("Sold with winter tyres", "OwnerStatement")
        self.refused("other kinds are not covered", self.alice, "NotCovered", "open", VIN, "--record", other["record"])
        self.checks.that("nor at the contract", not self.may_read(self.alice, other["record"], STATEMENT))
        self.checks.that("nor is it wrapped for her", self.alice.address not in other["readers"])

    def expired(self):
        self.practice("push-clock", "--days", 31)
        self.refused("expired: it is said when", self.alice, "Ended", "open", VIN)
        self.checks.that("expired at the contract", not self.may_read(self.alice, self.first["record"]))
        listed = self.do("listed", self.bob, "private", "grants", VIN)["grants"]
        self.checks.equal("the list says so", [g["holds"] for g in listed], [False])
        after = self.seal("After the end")
        self.checks.equal("nothing new is wrapped for her", after["readers"], [self.bob.address])
        self.checks.that("her address is not even in the block", bytes.fromhex(self.alice.address[2:]) not in self.block(after["section"]))
        self.after = after

    def revoked(self):
        self.grant("--kinds", "all", "--until", "30d", "--records", self.first["record"])
        self.checks.equal("one record alone", self.texts(self.alice), [FIRST])
        self.refused("and no other", self.alice, "NotCovered", "open", VIN, "--record", self.after["record"])
        self.do("revoked", self.bob, "private", "revoke", VIN, "--to", self.alice.address)
        self.refused("revoked", self.alice, "Ended", "open", VIN)
        self.refused("twice is once too often", self.bob, "NoGrant", "revoke", VIN, "--to", self.alice.address)
        self.checks.that("revoked at the contract", not self.may_read(self.alice, self.first["record"]))

    def by_the_workshop(self):
        self.do("the owner lets it write", self.bob, "vehicle", "grant", VIN, "--to", self.shop.address, "--kinds", "Repair", "--until", "2100-01-01")
        (self.folder / "paper.txt").write_text("Clutch, 1,900.00 CAD")
        sealed = self.do("the workshop seals", self.shop, "private", "seal", VIN, "--kind", "Repair", "--file", self.folder / "paper.txt")
        self.checks.equal("for itself and the owner", sealed["readers"], [self.shop.address, self.bob.address])
        for person in (self.bob, self.shop):
            self.checks.equal("who reads it", self.texts(person, "--record", sealed["record"]), ["Clutch, 1,900.00 CAD"])
        self.refused("and nobody else", self.martin, "AskOwner", "open", VIN, "--record", sealed["record"])

    def sold(self):
        self.do("the buyer publishes a key", self.martin, "private", "publish-key")
        self.grant("--kinds", "all", "--until", "90d")
        self.checks.that("the grant holds before the sale", self.may_read(self.alice, self.first["record"]))
        self.do("what goes with the car", self.bob, "private", "grant", VIN, "--to", self.martin.address, "--kinds", "Service", "--until", "1d")
        self.give_title(self.bob, self.martin)
        refusal = self.refused("a former owner's word counts no more", self.alice, "AskOwner", "open", VIN)
        self.checks.that("the new one is named", self.martin.address in str(refusal.json), str(refusal))
        self.refused("the former owner grants nothing", self.bob, "NotHolder", "grant", VIN, "--to", self.alice.address,
                     "--kinds", "Service", "--until", "30d")
        self.practice("push-clock", "--days", 2)
        self.checks.equal("the new owner keeps what came with the car", self.texts(self.martin, "--record", self.first["record"]), [FIRST])
        self.grant("--kinds", "Service", "--until", "30d", by=self.martin)
        self.checks.that("his grant replaces the old one", FIRST in self.texts(self.alice))
        self.checks.that("as the contract says", self.may_read(self.alice, self.first["record"]))

    def give_title(self, giver, taker):
        for arguments in (["rpc", "anvil_impersonateAccount", giver.address],
                          ["send", self.chain.contracts["vehicleRegistry"], "transferFrom(address,address,uint256)", giver.address,
                           taker.address, str(int(self.vehicle, 16)), "--from", giver.address, "--unlocked"]):
            done = subprocess.run([self.cast, *arguments, "--rpc-url", self.chain.url], capture_output=True, text=True)
            self.checks.equal(f"cast {arguments[0]}", done.returncode, 0)

    def altered(self):
        path = next(p for p in self.market.rglob("*") if p.is_file() and
                    hashlib.sha256(p.read_bytes()).hexdigest() == self.first["section"][2:])
        good = path.read_bytes()
        path.write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
        self.refused("an altered block", self.martin, "DigestMismatch", "open", VIN, "--record", self.first["record"])
        path.write_bytes(good)


def play(options, folder):
    story = Private(options, folder)
    try:
        story.set_stage()
        for act in (story.keys_and_strangers, story.granted, story.expired, story.revoked, story.by_the_workshop, story.sold, story.altered):
            act()
    except RuntimeError as stopped:
        story.checks.that("the story goes on", False, str(stopped))
    finally:
        story.practice("stop")
    return story.checks.close()


if __name__ == "__main__":
    sys.exit(perform("private", play))
