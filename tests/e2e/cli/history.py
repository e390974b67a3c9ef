#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A car's history written by several hands on a real node: a shop gets a grant, writes, and may not any more once it is
over; a role is revoked; corrections and statements; the whole as a file, held against its proof, then tampered with."""

import base64
import json
import sys
import time

from people import Person
from stage import Stage, perform

VIN = "JM1BPALM9K1134592"  # Bob's Mazda3
DAY = 86_400


class History(Stage):
    def __init__(self, options, folder):
        super().__init__(options, folder)
        self.options = options

    def set_stage(self):
        people = self.open_market()
        wanted = {"bob": "seller", "shop": "repairShop", "dealer": "dealer"}
        for name, role in wanted.items():
            person = Person(self.cli, self.folder / name, self.network)
            person.address = people[role]["address"]
            self.do(f"{name} imports the practice key", person, "wallet", "import", "--keystore",
                    people[role]["keystore"], "--name", name)
            setattr(self, name, person)
        self.stranger = Person(self.cli, self.folder / "stranger", self.network)
        self.stranger.address = people["buyer"]["address"]
        self.do("a stranger imports the practice key", self.stranger, "wallet", "import", "--keystore",
                people["buyer"]["keystore"], "--name", "stranger")
        shown = self.do("the car", self.bob, "vehicle", "show", VIN)
        self.vehicle = shown["id"]
        self.before = shown["records"]
        return True

    def history(self):
        return self.do("history", self.bob, "vehicle", "history", VIN)["history"]

    def refused(self, name, person, code, *arguments):
        got = person.run(*arguments)
        self.checks.that(name, got.code == 1 and got.error == code, str(got))
        return got

    def granted_and_over(self):
        # The market's own stories may have given this shop a grant already.
        self.do("bob takes back what the shop had", self.bob, "vehicle", "revoke", VIN, "--to", self.shop.address)
        self.refused("without a grant the shop writes nothing", self.shop, "NoRole", "vehicle", "append", VIN, "Service",
                     "--title", "Oil")
        now = max(self.chain.now(), int(time.time()))
        granted = self.do("bob grants service and repair", self.bob, "vehicle", "grant", VIN, "--to", self.shop.address,
                          "--kinds", "service,Repair", "--until", str(now + 20 * DAY))
        self.checks.equal("the kinds", sorted(granted["kinds"]), ["Repair", "Service"])
        content = self.folder / "service.json"
        content.write_text(json.dumps({
            "format": "autochain-record/2", "title": "Brakes", "items": [{"text": "Pads, front"}],
            "details": {"schema": "service/1", "nextDueKm": 90000,
                        "parts": [{"name": "Brake pad", "serial": "BP-77"}]}}))
        self.do("the shop writes, signed", self.shop, "vehicle", "append", VIN, "Service", "--km", "84500", "--content",
                content)
        record = self.history()[-1]
        self.checks.equal("its content is read", record["title"], "Brakes")
        self.checks.equal("its details are", record["details"]["nextDueKm"], 90000)
        self.checks.equal("its signature holds", record["signature"], "Valid")
        self.checks.equal("its right is the grant", record["right"], "Grant")
        self.refused("another kind is not granted", self.shop, "NoRole", "vehicle", "append", VIN, "Odometer", "--km",
                     "84501")
        wrong = self.shop.run("vehicle", "append", VIN, "Repair", "--content", content.parent / "accident.json")
        self.checks.that("a file that is not there", wrong.code != 0, str(wrong))
        pushed = self.practice("push-clock", "--days", 30)
        self.checks.that("the clock is pushed on", pushed.code == 0, str(pushed))
        self.refused("the grant is over", self.shop, "NoRole", "vehicle", "append", VIN, "Service", "--title", "Late")
        grants = self.do("grants", self.bob, "vehicle", "grants", VIN)["grants"]
        mine = [g for g in grants if g["shop"] == self.shop.address]
        self.checks.equal("and listed as over", [g["holds"] for g in mine], [False])

    def role_revoked(self):
        self.do("the dealer writes", self.dealer, "vehicle", "append", VIN, "Valuation", "--title", "Fair", "--notes", "as seen")
        self.dealer_record = self.history()[-1]["index"]
        # Of a role that ends in the record's own second nobody can tell which came first.
        self.checks.that("an hour later", self.practice("push-clock", "--hours", 1).code == 0)
        self.chain.revoke_role(self.dealer.address, 2)
        self.refused("without the role no more", self.dealer, "NoRole", "vehicle", "append", VIN, "Valuation", "--title",
                     "Again")
        record = self.history()[self.dealer_record]
        self.checks.equal("what was written under the role stands", record["right"], "Role")

    def corrections(self):
        index = str(self.dealer_record)
        self.refused("a correction of somebody else's record", self.bob, "NotYourRecord", "vehicle", "correct", VIN,
                     "--record", index, "--notes", "no")
        self.refused("a correction by a stranger", self.stranger, "NotYourRecord", "vehicle", "correct", VIN, "--record",
                     index, "--notes", "no")
        self.do("a former dealer still corrects his own", self.dealer, "vehicle", "correct", VIN, "--record", index,
                "--field", "notes", "--was", "as seen", "--now", "as photographed")
        record = self.history()[-1]
        self.checks.equal("beside the original", (record["corrects"], record["right"]), (self.dealer_record, "IssuedBefore"))
        self.do("the owner's statement", self.bob, "vehicle", "statement", VIN, "--record", index, "--disputes", "--notes",
                "It had been cleaned")
        self.checks.equal("beside it too", self.history()[-1]["kind"], "OwnerStatement")
        self.do("an unsigned one", self.bob, "vehicle", "append", VIN, "Odometer", "--km", "84600", "--title", "read",
                "--unsigned")
        self.checks.equal("is said to be", self.history()[-1]["signature"], "Unsigned")

    def as_a_file(self):
        file = self.folder / "mazda.json"
        written = self.do("export", self.bob, "vehicle", "export", VIN, "--out", file)
        self.checks.equal("all records are in it", written["records"], len(self.history()))
        checked = self.do("verify with the network", self.stranger, "vehicle", "verify", file)
        self.checks.equal("the header is the node's", (checked["header"], checked["provenance"]), ("InChain", "local"))
        self.checks.equal("nobody is unproven", checked["unproven"], 0)
        faults = {fault["fault"] for fault in checked["faults"]}
        self.checks.that("nothing worse than unsigned", faults <= {"Unsigned"}, str(checked["faults"]))
        blind = Person(self.cli, self.folder / "nobody", None)
        alone = self.do("verify without a network", blind, "vehicle", "verify", file)
        self.checks.equal("and it says so", (alone["header"], alone["registryTrusted"]), ("NotChecked", False))
        self.tampered(json.loads(file.read_text()))

    def tampered(self, good):
        def told(name, change, needle):
            bundle = json.loads(json.dumps(good))
            change(bundle)
            file = self.folder / "tampered.json"
            file.write_text(json.dumps(bundle))
            got = self.stranger.run("vehicle", "verify", file)
            text = json.dumps(got.json)
            self.checks.that(f"tampered: {name}", got.code == 1 and needle in text, str(got))

        signed = max(i for i, r in enumerate(good["records"]) if "block" in r)

        def other_content(bundle):
            block = base64.b64decode(bundle["records"][signed]["block"])
            bundle["records"][signed]["block"] = base64.b64encode(block.replace(b"read", b"raed")).decode()

        told("a content, and the record is named", other_content, f"record {signed}: ContentAltered")
        told("a reading", lambda b: b["records"][1].update(odometerKm=7), "HistoryMismatch")
        told("a record left out", lambda b: b["records"].pop(2), "HistoryIncomplete")
        told("a slot's value", lambda b: b["proof"]["accounts"][0]["slots"][0].update(value="0x7"), "HistoryUnproven")
        told("the chain", lambda b: b.update(chainId=1), "OtherChain")
        told("no history at all", lambda b: b.pop("records"), "BadBundle")

    def play(self):
        try:
            if not self.set_stage():
                return 1
            self.granted_and_over()
            self.role_revoked()
            self.corrections()
            self.as_a_file()
        except RuntimeError as stopped:
            print(f"stopped: {stopped}")
        finally:
            self.practice("reset")
        return self.checks.close()


if __name__ == "__main__":
    sys.exit(perform("history", lambda options, folder: History(options, folder).play()))
