#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three real autochain processes with three data folders on one practice market: the release and then the ruling, through
AT-SPI; after each the titles and balances are read by `cast`, a client that is not ours."""

import argparse
import json
import pathlib
import sys
import tempfile
import time

import harness
from saleflow import VIN, Sale

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
from chain import WEI, Chain  # noqa: E402
from checks import Checks  # noqa: E402

PEOPLE = {"Alice": "Alice Brandt", "Bob": "Bob Keller", "Martin": "Martin Sato"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--cast", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    out = pathlib.Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    checks = Checks()
    start = time.monotonic()
    apps = {}

    with tempfile.TemporaryDirectory(prefix="autochain-three-", ignore_cleanup_errors=True) as folder:
        folder = pathlib.Path(folder)

        def open_suite(name, *arguments):
            app = harness.launch(f"{options.bin}/autochain", ["--home", str(folder / name), "--as", PEOPLE[name], "--size", "1300x860", *arguments],
                                 name, str(out / f"{name}.log"))
            apps[name] = app
            app.wait("Market", role="page tab", contains=True, timeout=150)
            return app

        def note(step, app):
            print(f"{time.monotonic() - start:5.1f} s  {app.label}: {step}", flush=True)

        try:
            open_suite("Alice", "--practice")
            network = folder / "Alice" / "practice" / "network.json"
            checks.that("the first of three made the practice market", network.exists())
            for name in ("Bob", "Martin"):
                open_suite(name, "--network", str(network))
            facts = json.loads(network.read_text())
            chain = Chain(options.cast, facts["nodes"][0], facts["contracts"])
            who = {name: next(p["address"] for p in facts["people"] if p["name"] == full) for name, full in PEOPLE.items()}
            vehicle = "0x" + keccak(options.cast, VIN)

            def money():
                return {name: chain.auc(address) for name, address in who.items()}

            def moved(before, want, title_to, what):
                after = money()
                for name, amount in want.items():
                    checks.equal(f"{what}: {name} {amount:+,} AUC", after[name] - before[name], amount * WEI)
                checks.equal(f"{what}: title to {title_to}", chain.title(vehicle).lower(), who[title_to].lower())

            sale = Sale(lambda name: apps[name], note)
            before = money()
            sale.to_both_in()
            sale.push_clock("buyer", 7)
            sale.push_clock("buyer", 7)
            sale.dispute()
            sale.rule_for_buyer()
            sale.sign_ruling()
            moved(before, {"Alice": -10_000, "Bob": 0, "Martin": 10_000}, "Bob", "ruling")

            # The car is back with Bob and still his to sell: the same three, to the end.
            before = money()
            sale.relist()
            sale.to_both_in()
            sale.seller_signs_release()
            sale.release()
            moved(before, {"Alice": -200_000, "Bob": 200_000, "Martin": 0}, "Alice", "release")
            return checks.close()
        except (harness.NotFound, RuntimeError) as problem:
            checks.that("the sale went through", False, str(problem))
            for name, app in apps.items():
                try:
                    app.shot(str(out / f"stopped-{name}.png"))
                except Exception as why:  # the window may be gone with its process
                    print(f"no picture of {name}: {why}")
                print(f"--- {name}\n" + (out / f"{name}.log").read_text(errors="replace")[-2000:])
            return checks.close()
        finally:
            for app in apps.values():
                app.quit()


def keccak(cast, text):
    import subprocess
    return subprocess.run([cast, "keccak", text], capture_output=True, text=True, check=True).stdout.strip().removeprefix("0x")


if __name__ == "__main__":
    sys.exit(main())
