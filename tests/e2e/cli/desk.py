#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A dealer's stock by the command line on a real chain: the practice market's cars, strangers and bad lines go in, the
histories are checked, queried and exported, and everything is there again when the node is not."""

import csv
import io
import sys

from people import Person
from stage import Stage, perform

STRANGERS = ["1HGCM82633A004352", "1M8GDM9AXKP042788", "11111111111111111"]
BAD = ["1M8GDM9A1KP042788", "1HGCM82633A00435", "1M8GDM9AXKPO42788", "HELLO"]  # check digit, short, letter O, nothing


class Dealer(Stage):
    def set_stage(self):
        people = self.open_market()
        self.dealer = Person(self.cli, self.folder / "dealer", self.network)
        self.do("the dealer has a home", self.dealer, "wallet", "import", "--keystore", people["seller"]["keystore"])
        self.dealer.address = people["seller"]["address"]
        found = self.do("the market is read", self.dealer, "listing", "search", "--limit", 500)
        self.vins = sorted({one["vin"] for one in found["listings"] if one["vin"]})
        self.checks.that("the market has dozens of cars", len(self.vins) >= 60, str(len(self.vins)))

    def put_in(self):
        lines = ["VIN;Plate;Car;Cost"]
        lines += [f"{vin};;;{100000 + i}" for i, vin in enumerate(self.vins)]
        lines += [f"{vin};;Stranger {i};" for i, vin in enumerate(STRANGERS)]
        lines += [";AB12 CDE;By its plate;5"] + [f"{vin};;;" for vin in BAD] + [f"{self.vins[0]};;;"]
        self.list = self.folder / "stock.csv"
        self.list.write_text("\r\n".join(lines))
        added = self.do("the list is taken", self.dealer, "desk", "add", self.list)
        self.cars = len(self.vins) + len(STRANGERS) + 1
        self.checks.that("every line is a car or a problem", added["added"] == self.cars and len(added["problems"]) == 5
                         and added["lines"] == self.cars + 5, str(added))
        issues = [p["issue"] for p in added["problems"]]
        self.checks.that("each problem has its line and reason", issues == ["badVin"] * 4 + ["twice"]
                         and [p["line"] for p in added["problems"]] == list(range(self.cars + 2, self.cars + 7)), str(added["problems"]))
        fixes = [p["fix"] for p in added["problems"]]
        self.checks.that("the letter O is offered as 0", fixes[2] == "1M8GDM9AXKP042788", str(fixes))
        again = self.do("the same list again", self.dealer, "desk", "add", self.list)
        self.checks.that("adds nothing twice", again["added"] == 0 and again["cars"] == self.cars, str(again))

    def check(self):
        done = self.do("histories are checked", self.dealer, "desk", "check", timeout=600)
        self.checks.that("every car with a VIN came to an end", done["checked"] == self.cars - 1
                         and sum(done["failed"].values()) == 0, str(done))
        again = self.do("a second check", self.dealer, "desk", "check", "--all", timeout=600)
        self.checks.that("finds them as they were", again["checked"] == self.cars - 1, str(again))

    def query(self, text, *more):
        return self.do(f"query {text}", self.dealer, "desk", "list", "--query", text, *more)

    def look(self):
        everything = self.query("")
        self.checks.that("all are listed", everything["found"] == self.cars, str(everything["found"]))
        one = next(c for c in everything["cars"] if c["vin"] == self.vins[0])
        shown = self.do("the car's own page", self.dealer, "vehicle", "show", self.vins[0])
        same = all(one["verdicts"][v["topic"][0].lower() + v["topic"][1:]]["status"] == v["status"][0].lower() + v["status"][1:] for v in shown["verdicts"])
        self.checks.that("says the same verdicts", same and one["historyHead"] == shown["historyHead"] and one["records"] == shown["records"], f"{one} {shown}")
        unknown = self.query("status:unregistered")
        self.checks.that("strangers are not registered, and nothing of them is clean", unknown["found"] == len(STRANGERS) and all(
            v["status"] == "noData" for c in unknown["cars"] for v in c["verdicts"].values()), str(unknown))
        self.checks.that("a plate is no error", self.query("status:novin")["found"] == 1)
        listed = self.query("status:listed", "--sort", "ask", "--descending")
        asks = [float(c["ask"]) for c in listed["cars"]]
        self.checks.that("sorted by price", listed["found"] > 30 and asks == sorted(asks, reverse=True), str(asks[:5]))
        turned = self.query("rollback")
        self.checks.that("rollbacks are found by their record", turned["found"] > 0 and all(
            c["verdicts"]["odometer"]["fact"] == "rolledBack" for c in turned["cars"]), str(turned["found"]))
        rest = self.query("-rollback")
        self.checks.that("a minus finds the others", rest["found"] + turned["found"] == self.cars)
        wrong = self.dealer.run("desk", "list", "--query", "rollback yaer:2018")
        self.checks.that("a query that cannot be read is told with its place", wrong.code != 0 and wrong.error == "BadSearch"
                         and "10" in wrong.json["error"]["cause"], str(wrong))
        self.before = everything

    def write(self):
        out = self.folder / "out.csv"
        self.do("export", self.dealer, "desk", "export", out, "--query", "status:listed", "--columns", "stock,vin,car,ask,odometer", "--sort", "stock")
        rows = list(csv.DictReader(io.StringIO(out.read_text())))
        self.checks.that("the file holds the cars that were asked for", len(rows) > 30 and set(rows[0]) == {"stock", "vin", "car", "ask", "odometer"}
                         and all(r["vin"] in self.vins for r in rows), str(rows[:2]))

    def offline(self):
        self.practice("stop")
        after = self.query("")
        self.checks.that("all is there without a node", [c["historyHead"] for c in after["cars"]] == [c["historyHead"] for c in self.before["cars"]]
                         and after["found"] == self.cars)
        away = self.dealer.run("desk", "check", "--all", timeout=120)
        self.checks.that("a check without a node says so and spoils nothing", away.code != 0 and self.query("")["cars"][0]["records"] == self.before["cars"][0]["records"], str(away))


    def run(self):
        try:
            self.set_stage()
            self.put_in()
            self.check()
            self.look()
            self.write()
            self.offline()
        except (KeyError, IndexError, RuntimeError) as trouble:
            self.checks.that("comes to its end", False, repr(trouble))
        finally:
            self.practice("stop")
        return self.checks.close()


if __name__ == "__main__":
    sys.exit(perform("desk", lambda *stage: Dealer(*stage).run()))
