#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A repair shop's own table goes into a car's history: shown first, then appended, signed, with its rights checked, and
once only. Then the whole as a report: drawn, verified, and one byte of it changed."""

import http.server
import json
import subprocess
import sys
import threading
import time

from people import Person
from stage import Stage, perform

VIN = "JM1BPALM9K1134592"  # Bob's Mazda3
DAY = 86_400
TABLE = f"""Date;VIN;Job;km;Remarks;Amount
2026-03-02;{VIN};Service;84500;Oil and filter;189,50 CAD
2026-06-11;{VIN};Theft;84600;Not a shop's to say;
2026-09-20;{VIN};Service;84700;"Brake fluid,
and pads";240,00 CAD
2026-09-21;JM1BPALM8K1134592;Service;84710;Wrong number;
"""
MAPPING = "date=Date,kind=Job,odometer=km,unit=:km,title=Remarks,cost=Amount"


RECALLS = {"Count": 1, "Message": "Results returned successfully", "results": [{
    "Manufacturer": "Mazda", "NHTSACampaignNumber": "21V875000", "ReportReceivedDate": "12/11/2021", "Component": "FUEL SYSTEM",
    "Summary": "The pump may fail.", "Consequence": "A stall.", "Remedy": "A new pump.", "ModelYear": "2019", "Make": "MAZDA",
    "Model": "MAZDA3"}]}


class Server:
    """Recalls at an address of this computer; elsewhere a redirect to them, or nothing."""

    def __enter__(self):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response({"/recalls": 200, "/elsewhere": 302}.get(self.path, 404))
                self.send_header("Location", "/recalls")
                self.end_headers()
                self.wfile.write(json.dumps(RECALLS).encode() if self.path == "/recalls" else b"")

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def __exit__(self, *_):
        self.server.shutdown()


class Workshop(Stage):
    def set_stage(self):
        people = self.open_market()
        for name, role in (("bob", "seller"), ("shop", "repairShop")):
            person = Person(self.cli, self.folder / name, self.network)
            person.address = people[role]["address"]
            self.do(f"{name} imports the practice key", person, "wallet", "import", "--keystore", people[role]["keystore"],
                    "--name", name)
            setattr(self, name, person)
        self.do("bob takes back what the shop had", self.bob, "vehicle", "revoke", VIN, "--to", self.shop.address)
        self.table = self.folder / "jobs.csv"
        self.table.write_text(TABLE)

    def history(self):
        return self.do("history", self.bob, "vehicle", "history", VIN)["history"]

    def imported(self, *arguments):
        return self.do("import " + " ".join(arguments), self.shop, "record", "import", self.table, "--map", MAPPING, *arguments)

    def refused(self, name, count):
        """Appended as far as may be: what is refused makes the exit code."""
        got = self.shop.run("record", "import", self.table, "--map", MAPPING, "--append")
        self.checks.that(name, got.code == 1 and got.json.get("refusedCount") == count, str(got))
        return got.json

    def states(self, said):
        return [record.get("state") for record in said["records"]]

    def appended(self):
        before = self.history()
        shown = self.imported("--preview")
        self.checks.equal("what can be read", [r["kind"] for r in shown["records"]], ["Service", "Theft", "Service"])
        self.checks.equal("the wrong number is told with its line", [(i["line"], i["severity"]) for i in shown["issues"]],
                          [(6, "error")])
        self.checks.equal("looking appends nothing", len(self.history()), len(before))
        said = self.refused("without a grant it ends with 1", 3)
        self.checks.equal("and nothing is appended", self.states(said), ["refused"] * 3)
        now = max(self.chain.now(), int(time.time()))
        self.do("bob grants services", self.bob, "vehicle", "grant", VIN, "--to", self.shop.address, "--kinds", "Service",
                "--until", str(now + 20 * DAY))
        said = self.refused("with a grant for some of it, too", 1)
        self.checks.equal("with it services are", self.states(said), ["appended", "refused", "appended"])
        self.checks.equal("and it is said why the other is not", said["records"][1]["error"], "NoRole")
        after = self.history()
        self.checks.equal("two more", len(after), len(before) + 2)
        for record, title in zip(after[-2:], ("Oil and filter", "Brake fluid,\nand pads")):
            self.checks.equal(f"{title!r} is in the history", record["title"], title)
            self.checks.equal("signed by the shop", (record["signature"], record["right"]), ("Valid", "Grant"))
        self.checks.equal("again: what is there is left out", self.states(self.refused("again", 1)),
                          ["present", "refused", "present"])
        self.table.write_text("\n".join(line for line in TABLE.split("\n") if ";Theft;" not in line))
        self.checks.equal("without what is refused it ends with 0", self.imported("--append")["refusedCount"], 0)
        self.checks.equal("and stays once", len(self.history()), len(after))

    def from_an_address(self):
        with Server() as url:
            said = self.do("recalls by address", self.shop, "record", "import", url + "/recalls", "--vin", VIN)
            self.checks.equal("are read", [(r["kind"], r["content"]["reference"]) for r in said["records"]],
                              [("RecallOpened", "21V875000")])
            for path in ("/elsewhere", "/nothing"):
                got = self.shop.run("record", "import", url + path, "--vin", VIN)
                self.checks.that(f"{path} is refused", got.code == 1 and got.error == "CannotImport", str(got))
        got = self.shop.run("record", "import", "http://192.0.2.1/recalls", "--vin", VIN)
        self.checks.that("nothing in the clear from elsewhere", got.error == "UrlNotAllowed", str(got))

    def verified(self, name, person, file, code, standing, *arguments):
        got = person.run("vehicle", "verify", file, *arguments)
        self.checks.that(name, got.code == code and got.json.get("standing") == standing, str(got))
        return got.json

    def without_a_home(self, file):
        """Whoever is given a report has the program, perhaps the network's file, and nothing else."""
        folder = self.folder / "nowhere"
        folder.mkdir()
        for network, code in ((["--network", str(self.network)], 0), ([], 7)):
            done = subprocess.run([self.cli, "--json", *network, "vehicle", "verify", str(file)], cwd=folder, capture_output=True,
                                  text=True, timeout=180)
            self.checks.equal(f"without a home, {len(network)} words of a network", done.returncode, code)
        self.checks.equal("and nothing is left behind", list(folder.iterdir()), [])

    def reported(self):
        file = self.folder / "mazda.pdf"
        drawn = self.do("the report", self.bob, "vehicle", "report", VIN, "--pdf", file)
        self.checks.equal("every record is in it", drawn["records"], len(self.history()))
        said = self.verified("it verifies", self.shop, file, 0, "verified")
        self.checks.equal("every byte of its pages", said["pages"]["check"], "same")
        self.checks.equal("its header is the node's", said["header"], "InChain")
        self.verified("without asking the node not all is checked", self.shop, file, 7, "notAllChecked", "--offline")
        self.without_a_home(file)
        good = file.read_bytes()
        page = good.rindex(b"stream\n", 0, good.rindex(b"endstream")) + 40  # somewhere in what draws
        changed = self.folder / "changed.pdf"
        changed.write_bytes(good[:page] + bytes([good[page] ^ 1]) + good[page + 1:])
        self.verified("one bit of a page changed", self.shop, changed, 8, "altered")
        changed.write_bytes(good + b"\n%%EOF\n")
        self.verified("something appended", self.shop, changed, 8, "altered")
        inside = good.index(b"<acr:history>") + 2_000
        changed.write_bytes(good[:inside] + (b"A" if good[inside:inside + 1] != b"A" else b"B") + good[inside + 1:])
        got = self.shop.run("vehicle", "verify", changed)
        self.checks.that("one letter of the history inside", got.code in (8, 9), str(got))


def play(options, folder):
    story = Workshop(options, folder)
    try:
        story.set_stage()
        story.appended()
        story.from_an_address()
        story.reported()
    except RuntimeError as stopped:
        story.checks.that("the story goes on", False, str(stopped))
    finally:
        story.practice("reset")
    return story.checks.close()


if __name__ == "__main__":
    sys.exit(perform("workshop", play))
