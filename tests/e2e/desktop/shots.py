#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""./dev shots DIR: every page on practice data, light and dark, at 1440x900 and 1024x700. A sale is played first through the
windows, so that deals, rulings and the wallet show what they are for."""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import harness
from onewindow import OneWindow
from saleflow import VIN, Sale

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
from people import Person  # noqa: E402

PAYEE = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"
LOW_PRICE = "0.01"  # gwei per gas
OTHER_VIN = "JH4CU2F63AC035221"
LOOKS = [(theme, size) for theme in ("light", "dark") for size in ("1440x900", "1024x700")]


class Studio:
    def __init__(self, binaries, out, home):
        self.binary = f"{binaries}/autochain"
        self.out = out
        self.home = home

    def run_shots(self, person, routes, prefix=""):
        """The program's own pictures: it knows when a page has read what it shows."""
        for theme, size in LOOKS:
            folder = self.out / f"{theme}-{size}" / prefix
            code = subprocess.run([self.binary, "--home", str(self.home), "--practice", "--as", person, "--theme", theme, "--size", size,
                                   "--shots", str(folder), "--pages", ",".join(routes)], stdin=subprocess.DEVNULL).returncode
            if code != 0:
                raise RuntimeError(f"the pictures of {person} in {theme} {size} ended with {code}")

    def window(self, theme, size, *arguments, home=None):
        log = self.out / "autochain.log"
        return harness.launch(self.binary, ["--home", str(home or self.home), "--theme", theme, "--size", size, *arguments], "autochain", str(log))

    def forms(self, theme, size):
        """What needs somebody's hands: the start without a home, the palette, the people."""
        folder = self.out / f"{theme}-{size}"
        with tempfile.TemporaryDirectory(prefix="autochain-new-", ignore_cleanup_errors=True) as empty:
            app = self.window(theme, size, home=empty)
            try:
                app.wait("Practice market", contains=True)
                app.shot(str(folder / "first-run.png"))
                app.press("Join a network", contains=True, role="push button")
                time.sleep(1)
                app.shot(str(folder / "first-run-join.png"))
            finally:
                app.quit()
        self.money(theme, size)
        app = self.window(theme, size, "--practice", "--as", "Alice Brandt", "--page", "wallet/send")
        try:
            app.wait("Wallet", role="page tab", contains=True, timeout=60)
            app.key("ctrl+k")
            time.sleep(0.5)
            subprocess.run(["xdotool", "type", "--delay", "4", "mazda"], check=True)
            time.sleep(0.5)
            app.shot(str(folder / "find.png"))
            app.key("Escape")
            app.press("Switch person…", contains=True)
            time.sleep(0.5)
            app.shot(str(folder / "people.png"))
            app.key("Escape")
            self.joining(theme, size)
        finally:
            app.quit()

    def joining(self, theme, size):
        """The wallet's step, over the chain of the practice market that is open meanwhile."""
        facts = json.loads((self.home / "practice" / "network.json").read_text()) | {"kind": "private", "name": "Harbour"}
        for gone in ("people", "content"):
            facts.pop(gone, None)
        network = self.home / "harbour.json"
        network.write_text(json.dumps(facts))
        with tempfile.TemporaryDirectory(prefix="autochain-new-", ignore_cleanup_errors=True) as empty:
            app = self.window(theme, size, "--network", str(network), home=empty)
            try:
                app.press("Check the network", timeout=40)
                app.wait("Your name", role="text", timeout=40)
                app.shot(str(self.out / f"{theme}-{size}" / "join-new-wallet.png"))
                app.act(app.wait("Bring one back from its words", role="radio button"), ("Press", "Toggle"))
                time.sleep(0.5)
                app.shot(str(self.out / f"{theme}-{size}" / "join-words.png"))
            finally:
                app.quit()

    def begin_payment(self, app, price=""):
        """To the step that asks how much; with `price` (gwei per gas) as one's own."""
        app.type_into("Address", PAYEE, timeout=60)
        app.press("Continue", timeout=30)
        app.type_into("Amount", "12.50", timeout=30)
        if price:
            app.press("Own price", timeout=30)
            app.type_into("Highest price", price, timeout=20)

    def own_price(self):
        app = self.window("light", "1440x900", "--practice", "--as", "Alice Brandt", "--page", "wallet/send")
        try:
            self.begin_payment(app, LOW_PRICE)
            app.type_into("Of it for the miner", LOW_PRICE)
            app.shot(str(self.out / "light-1440x900" / "send-own-price.png"))
            app.press("Close sending", contains=True)
        finally:
            app.quit()

    def money(self, theme, size):
        """What is asked before a payment."""
        folder = self.out / f"{theme}-{size}"
        app = self.window(theme, size, "--practice", "--as", "Alice Brandt", "--page", "wallet/send")
        try:
            self.begin_payment(app)
            time.sleep(1)
            app.shot(str(folder / "send-how-much.png"))
            app.press("Review", timeout=30)
            app.wait("Continue in the signer", role="push button", timeout=30)
            time.sleep(1)
            app.shot(str(folder / "send-review.png"))
            app.press("Close sending", contains=True)
        finally:
            app.quit()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    out = pathlib.Path(options.out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="autochain-shots-", ignore_cleanup_errors=True) as home:
        studio = Studio(options.bin, out, pathlib.Path(home))
        vehicle = "vehicle/" + VIN
        app = studio.window("light", "1440x900", "--practice", "--as", "Alice Brandt")
        try:
            app.wait("Market", role="page tab", contains=True, timeout=120)
            desk = OneWindow(app, "Alice")
            sale = Sale(desk.person, lambda step, _: print(step, flush=True))
            sale.offer(shot=str(out / "signer-offer.png"))
            sale.accept()
            sale.seat()
            sale.fund()
            sale.deposit()
            sale.seller_signs_release()
            deal = "deal/" + deal_of(options.bin, studio.home)
        finally:
            app.quit()
        studio.run_shots("Alice Brandt", ["home", "market", "market/table", vehicle, deal, "offer/" + OTHER_VIN, "deals", "wallet", "wallet/send",
                                          "wallet/receive", "settings", "settings/accounts", "settings/network", "settings/signer", "settings/backup", "settings/book", "settings/practice", "settings/about"], "")
        studio.run_shots("Bob Keller", ["home", "garage", "garage/register", deal, "desk", "desk/window"], "seller")
        studio.run_shots("Martin Sato", ["home", "appraisals", deal], "appraiser")
        studio.own_price()
        for look in LOOKS:
            studio.forms(*look)
    print(f"{len(list(out.glob('**/*.png')))} pictures in {out}")
    return 0


def deal_of(binaries, home):
    """The open deal's number, by the command line, which reads it from the same chain."""
    with tempfile.TemporaryDirectory() as folder:
        alice = Person(f"{binaries}/autochain-cli", folder, home / "practice" / "network.json")
        people = alice.run("practice", "people", "--folder", home / "practice", network="").json["people"]
        alice.run("wallet", "import", "--keystore", next(p["keystore"] for p in people if p["name"] == "Alice Brandt"), "--name", "alice")
        told = alice.run("deal", "list")
        if not told.json.get("deals"):
            raise RuntimeError(f"no deal to take a picture of: {told}")
        return told.json["deals"][0]["deal"]


if __name__ == "__main__":
    sys.exit(main())
