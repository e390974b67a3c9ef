#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mistakes and accidents on screen: wrong input, a node that hangs, dies or is of another chain, a wrong passphrase, a
program killed in mid-deal. Each is told in three parts, loses nothing and moves nothing; `cast` is asked after each."""

import argparse
import json
import os
import pathlib
import signal
import sys
import tempfile
import time

import harness
from accidents import Accidents
from networks import Networks
from saleflow import CAR, VIN, Sale
from three import PEOPLE, keccak

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
from chain import Chain  # noqa: E402
from checks import Checks  # noqa: E402

WRONG_DIGIT = "JM1BPALM8K1134592"
VIN_FIELD = "Vehicle identification number (VIN), 17 characters"
HUGE = "99999999"


class Stage:
    """One practice market, one window on it, and what `cast` says about it."""

    def __init__(self, options, folder, checks):
        self.options, self.folder, self.checks = options, folder, checks
        self.out = pathlib.Path(options.out)
        self.start = time.monotonic()
        self.home = folder / "home"
        self.market = self.home / "practice"
        self.apps = []
        self.app = None
        self.person = None

    def note(self, step, app=None):
        print(f"{time.monotonic() - self.start:5.1f} s  {step}", flush=True)

    def launch(self, label, *arguments):
        app = harness.launch(f"{self.options.bin}/autochain", [*map(str, arguments), "--size", "1300x860"], label,
                             str(self.out / f"{label}.log"))
        self.apps.append(app)
        return app

    def open_practice(self, *arguments):
        self.app = self.launch("market", "--home", self.home, "--practice", *arguments)
        self.app.wait("Market", role="page tab", contains=True, timeout=150)
        facts = json.loads((self.market / "network.json").read_text())
        self.chain = Chain(self.options.cast, facts["nodes"][0], facts["contracts"])
        self.who = {name: next(p["address"] for p in facts["people"] if p["name"] == full) for name, full in PEOPLE.items()}
        self.vehicle = "0x" + keccak(self.options.cast, VIN)

    def sit(self, name):
        """The window with this practice person in it."""
        if self.person != name:
            self.app.press("Switch person…", timeout=20)
            self.app.press(PEOPLE[name], contains=True, timeout=10, role="menu item")
            self.app.wait(f"You are {PEOPLE[name]}", timeout=30)
            self.person = name
        return self.app

    def shot(self, name, app=None):
        (app or self.app).shot(str(self.out / f"{name}.png"))

    def ledger(self):
        """Money, sent transactions and the title, as `cast` sees them."""
        state = {name: (self.chain.auc(address), self.chain.nonce(address)) for name, address in self.who.items()}
        return state | {"title": self.chain.title(self.vehicle)}

    def untouched(self, what, before):
        self.checks.equal(f"{what}: no money, title or transaction moved", self.ledger(), before)

    def told(self, what, *words, app=None, timeout=30):
        """Some error on screen has cause, money and next step, and these words."""
        app = app or self.app
        end = time.monotonic() + timeout
        parts = []
        while time.monotonic() < end:
            for text in app.text().splitlines():
                if text.startswith("Cause: ") and all(word in text for word in words):
                    parts = [part.strip() for part in text.removeprefix("Cause: ").replace(" What to do: ", " Your money: ")
                             .split(" Your money: ")]
                    full = len(parts) == 3 and all(len(part) > 5 for part in parts)
                    return self.checks.that(f"{what}: cause, money and next step are told", full, text)
            time.sleep(0.1)
        return self.checks.that(f"{what}: told", False, f"no error with {words}; on screen: {app.names()[:80]}")

    def told_by_signer(self, what, signer, words):
        """The signer's window has the three parts as three lines."""
        signer.wait(words, contains=True)
        text = signer.text()
        self.checks.that(f"{what}: cause, money and next step are told",
                         words in text and "Nothing was signed." in text and "Try again" in text, text)

    def keeps(self, what, field, text, app=None):
        self.checks.equal(f"{what}: what was typed is still there", (app or self.app).field_text(field), text)

    def off(self, what, button, *words, app=None):
        """The button is off and says why."""
        node = (app or self.app).wait(button, role="push button", contains=True)
        reason = node.get_description() or ""
        self.checks.that(f"{what}: “{button}” is off and says why", not harness.is_enabled(node)
                         and all(word in reason for word in words), repr(reason))


class Mistakes:
    """What a person types wrong."""

    def __init__(self, stage):
        self.stage = stage
        self.sale = Sale(stage.sit, stage.note)

    def own_car_by_address(self):
        """The offer page opened on one's own car, as from a link."""
        stage = self.stage
        stage.app.wait("This is your own car", timeout=40)
        stage.checks.that("offer on the own car: nothing to sign", stage.app.find("Continue in the signer") is None)
        stage.shot("04-own-offer")

    def own_listing(self):
        stage = self.stage
        app = stage.app
        self.sale.page(app, "Market")
        app.type_into("Make, model, VIN or town", "Mazda3", timeout=60)
        app.press(CAR, role="push button", contains=True, timeout=60)
        app.wait("To my garage", role="push button", timeout=40)
        stage.checks.that("own listing: nothing to buy", app.find("Make an offer", contains=True) is None)
        stage.shot("04-own-listing")

    def wrong_vin(self):
        stage = self.stage
        app = stage.app
        before = stage.ledger()
        self.sale.page(app, "Garage")
        app.press("Register a car by VIN", timeout=40)
        app.type_into(VIN_FIELD, WRONG_DIGIT)
        stage.told("wrong check digit", "check digit")
        stage.keeps("wrong check digit", VIN_FIELD, WRONG_DIGIT)
        app.type_into("Odometer today", "120000")
        stage.off("wrong check digit", "Continue in the signer")
        stage.shot("01-wrong-vin")

        app.press("Change position 9 to 9")
        stage.told("VIN registered already", "registered")
        stage.keeps("the fix, once pressed", VIN_FIELD, VIN)
        stage.keeps("VIN registered already", "Odometer today", "120000")
        stage.off("VIN registered already", "Continue in the signer")
        stage.shot("02-registered")
        stage.untouched("VIN", before)
        app.press("Cancel")

    def listing_for_nothing(self):
        stage = self.stage
        app = stage.app
        before = stage.ledger()
        self.sale.page(app, "Garage")
        app.press(f"Change or end the listing of {CAR}", contains=True, timeout=40)
        app.type_into("Price you ask", "0")
        stage.told("listing for nothing", "price is zero")
        stage.keeps("listing for nothing", "Price you ask", "0")
        stage.off("listing for nothing", "Continue in the signer")
        stage.shot("03-listing-zero")
        app.type_into("Price you ask", "200000")
        stage.untouched("listing for nothing", before)

    def offers(self):
        stage = self.stage
        app = stage.sit("Alice")
        before = stage.ledger()
        self.sale.page(app, "Market")
        app.type_into("Make, model, VIN or town", "Mazda3", timeout=60)
        app.press(CAR, role="push button", contains=True, timeout=60)
        app.press("Make an offer…", timeout=40)
        for what, price, words in (("offer for nothing", "0", ("zero",)), ("offer above the balance", HUGE, ("AUC",)),
                                   ("offer that is no number", "12,5", ("not a number",))):
            app.type_into("Price you offer", price)
            stage.told(what, *words)
            stage.keeps(what, "Price you offer", price)
            stage.off(what, "Continue in the signer")
            stage.shot(f"03-{what.replace(' ', '-')}")
        app.type_into("Price you offer", HUGE)
        self.sale.page(app, "Wallet")
        app.wait_gone("Price you offer")
        app.key("alt+Left")
        app.wait("Price you offer", role="text")
        stage.keeps("a look at the wallet", "Price you offer", HUGE)
        stage.untouched("offers", before)

    def run(self):
        self.own_car_by_address()
        self.own_listing()
        self.wrong_vin()
        self.listing_for_nothing()
        self.offers()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--cast", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    pathlib.Path(options.out).mkdir(parents=True, exist_ok=True)
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="autochain-mistakes-", ignore_cleanup_errors=True) as folder:
        stage = Stage(options, pathlib.Path(folder), checks)
        try:
            stage.open_practice("--as", PEOPLE["Bob"], "--page", f"offer/{VIN}")
            stage.person = "Bob"
            stage.note("the practice market is open")
            for part in (Mistakes, Accidents, Networks):
                part(stage).run()
        except (harness.NotFound, RuntimeError) as problem:
            checks.that("every mistake could be made", False, str(problem))
            for app in stage.apps:
                try:
                    app.shot(str(stage.out / f"stopped-{app.label}.png"))
                except Exception as why:  # the window may be gone with its process
                    print(f"no picture of {app.label}: {why}")
                print(f"--- {app.label}\n" + (stage.out / f"{app.label}.log").read_text(errors="replace")[-2000:])
        finally:
            end(stage)
        print(f"{time.monotonic() - stage.start:.0f} s")
        return checks.close()


def end(stage):
    """Closes the windows; the practice chain ends with the program that keeps it, also with the one after a crash."""
    try:
        node = json.loads((stage.market / "node.json").read_text())["pid"]
        os.kill(node, signal.SIGCONT)
    except (OSError, ValueError):
        node = None
    for app in stage.apps:
        app.quit()
    if node is None:
        return
    end_by = time.monotonic() + 15
    while harness.command_name(node) == "anvil" and time.monotonic() < end_by:
        time.sleep(0.1)
    left = harness.command_name(node) == "anvil"
    stage.checks.that("the practice chain ended with the window", not left)
    if left:
        os.kill(node, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
