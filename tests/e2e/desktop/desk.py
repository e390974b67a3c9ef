#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dealer desk as a person uses it: the practice market's cars, strangers and bad lines typed into the window, checked,
asked for by query and key, and there again after the program was killed. A watched car that changes is told to the desktop.
Everything is read as a screen reader reads it."""

import argparse
import csv
import pathlib
import subprocess
import sys
import tempfile
import time

import harness
from onewindow import FULL

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests" / "e2e" / "cli"))
from checks import Checks  # noqa: E402
from fakedesktop import FakeDesktop  # noqa: E402
from people import Person  # noqa: E402

STRANGERS = ["1HGCM82633A004352", "1M8GDM9AXKP042788"]
MAZDA = "JM1BPALM9K1134592"  # Bob's
BAD = ["1M8GDM9A1KP042788", "HELLO"]


class Desk:
    def __init__(self, options, home):
        self.options, self.home = options, home
        self.out = pathlib.Path(options.out)
        self.checks = Checks()
        self.desktop = FakeDesktop()
        with open(ROOT / "resources" / "practice" / "cars.csv", encoding="utf-8") as file:
            self.vins = [row["vin"] for row in csv.DictReader(file)]

    def launch(self):
        log = self.out / "autochain.log"
        self.app = harness.launch(f"{self.options.bin}/autochain", ["--home", self.home, "--practice", "--as", FULL["Bob"], "--page",
                                                                    "desk/window", "--size", "1440x900"], "autochain", str(log))

    def put_in(self):
        self.launch()
        self.app.wait("Paste VINs or load a file", timeout=240)
        self.app.press("Add car")
        lines = "\n".join(self.vins + STRANGERS + BAD + ["AB12 CDE"])
        self.app.type_into("VINs and plates", lines, timeout=20)
        count = len(self.vins) + len(STRANGERS) + 1
        self.app.wait(f"Add {count}", timeout=20)
        said = self.app.text()
        self.checks.that("both bad lines are told", f"{len(BAD)} cannot be taken" in said, said[-600:])
        self.app.press(f"Add {count}")
        self.app.wait("Histories checked", timeout=240)
        self.cars = count
        self.checks.that("all are in stock", self.app.find(f"All stock {count}") is not None, str(self.app.names()[:40]))

    def ask(self, query):
        self.app.type_into("Query", query)
        time.sleep(1)
        return self.app.text()

    def look(self):
        self.app.shot(str(self.out / "desk.png"))
        found = self.ask("status:unregistered")
        self.checks.that("strangers are not registered", f"{len(STRANGERS)} cars" in found, found[:400])
        wrong = self.ask("yaer:2018")
        self.checks.that("a query that cannot be read is explained", "there is no field “yaer”" in wrong, wrong[:400])
        self.app.press("Take it")
        taken = ""
        for _ in range(50):  # pressed by the bus, done by the window in its own time
            taken = self.app.field_text("Query")
            if taken == "year:2018":
                break
            time.sleep(0.2)
        self.checks.that("the nearest word is taken", taken == "year:2018", taken)
        turned = self.ask("rollback")
        self.checks.that("a cell says its verdict to a screen reader", "Odometer: Problem" in turned, turned[:600])
        self.ask("")

    def watched(self):
        """Bob watches his Mazda; a record comes from another computer."""
        self.ask(MAZDA)
        self.app.press("Watch")
        self.app.wait("1 car watched", timeout=20)
        network = pathlib.Path(self.home) / "practice" / "network.json"
        with tempfile.TemporaryDirectory(prefix="autochain-elsewhere-") as elsewhere:
            host = Person(f"{self.options.bin}/autochain-cli", pathlib.Path(elsewhere) / "host", None)
            people = host.run("practice", "people", "--folder", network.parent).json["people"]
            writer = Person(host.cli, pathlib.Path(elsewhere) / "writer", network)
            bob = next(person for person in people if person["name"] == FULL["Bob"])
            writer.run("wallet", "import", "--keystore", bob["keystore"], "--name", "Bob")
            got = writer.run("vehicle", "append", MAZDA, "OwnerStatement", "--title", "New tyres", "--notes", "all four")
            self.checks.that("a record is written elsewhere", got.code == 0, str(got))
        number = self.desktop.wait_told("1 new record on")
        self.checks.that("the desktop is told", number > 0, str(self.desktop.told))
        tip, entries = self.desktop.tray("1 new record on")
        self.checks.that("and its tray has an entry", "1 change of a watched car" in tip and "1 new record on" in str(entries),
                         f"{tip} {entries}")
        self.desktop.press(number)
        self.app.wait("New tyres", contains=True, timeout=60)
        self.checks.that("a press on it opens the car's page", MAZDA in self.app.text())

    def print_reports(self):
        """One report per car that has a history; the plate and the stranger are named with the reason."""
        folder = pathlib.Path(self.home) / "printed"
        folder.mkdir()
        self.ask(f"vin:{self.vins[0]},{STRANGERS[0]}")
        self.app.key("ctrl+shift+p")
        self.app.wait("A report of each of 2 cars", timeout=20)
        self.app.press("Choose a folder…")
        self.app.type_into("Directory:", str(folder), timeout=20)
        self.app.press("Choose", role="push button")
        self.app.wait("1 report saved in", contains=True, timeout=120)
        self.app.shot(str(self.out / "reports.png"))
        said = self.app.text()
        self.checks.that("the car without one is named", "1 car without a report" in said and STRANGERS[0] in said, said[-600:])
        files = [file.name for file in folder.iterdir()]
        self.checks.that("the other has its file", len(files) == 1 and self.vins[0] in files[0], str(files))
        network = pathlib.Path(self.home) / "practice" / "network.json"
        verified = subprocess.run([f"{self.options.bin}/autochain-cli", "--home", str(folder / "home"), "--network", str(network), "vehicle",
                                   "verify", str(folder / files[0])], capture_output=True, text=True)
        self.checks.equal("which verifies", verified.returncode, 0)
        self.app.press("Close", role="push button")
        self.ask("")

    def again(self):
        self.app.kill()
        self.launch()
        self.app.wait(f"All stock {self.cars}", timeout=240)
        self.checks.that("after a kill everything is there", self.app.find("Odometer: Clean") is not None)

    def run(self):
        try:
            self.put_in()
            self.look()
            self.print_reports()
            self.watched()
            self.again()
        except (harness.NotFound, RuntimeError) as problem:
            self.checks.that("comes to its end", False, str(problem))
        finally:
            self.app.quit()
        return self.checks.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    pathlib.Path(options.out).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="autochain-desk-", ignore_cleanup_errors=True) as home:
        return Desk(options, home).run()


if __name__ == "__main__":
    sys.exit(main())
