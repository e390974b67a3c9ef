#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two ways to settle that need no appraiser besides the release: a refund, then a split both sign. One window in which
the practice people take turns; after each the titles and balances are read by `cast`."""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import harness
from onewindow import FULL, OneWindow
from saleflow import VIN, Sale

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
from chain import WEI, Chain  # noqa: E402
from checks import Checks  # noqa: E402


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
    with tempfile.TemporaryDirectory(prefix="autochain-ways-", ignore_cleanup_errors=True) as home:
        log = out / "autochain.log"
        log.unlink(missing_ok=True)
        app = harness.launch(f"{options.bin}/autochain", ["--home", home, "--practice", "--as", FULL["Alice"], "--size", "1440x900"],
                             "autochain", str(log))
        try:
            app.wait("Market", role="page tab", contains=True, timeout=150)
            facts = json.loads((pathlib.Path(home) / "practice" / "network.json").read_text())
            chain = Chain(options.cast, facts["nodes"][0], facts["contracts"])
            who = {name: next(p["address"] for p in facts["people"] if p["name"] == full) for name, full in FULL.items()}
            vehicle = subprocess.run([options.cast, "keccak", VIN], capture_output=True, text=True, check=True).stdout.strip()
            sale = Sale(OneWindow(app, "Alice").person, lambda step, _: print(f"{time.monotonic() - start:5.1f} s  {step}", flush=True))

            def money():
                return {name: chain.auc(address) for name, address in who.items()}

            def moved(what, before, want, title_to):
                after = money()
                for name in who:
                    checks.equal(f"{what}: {name} {want.get(name, 0):+,} AUC", after[name] - before[name], want.get(name, 0) * WEI)
                checks.equal(f"{what}: title to {title_to}", chain.title(vehicle).lower(), who[title_to].lower())

            before = money()
            sale.to_both_in()
            sale.seller_offers_refund()
            sale.refund(shot=str(out / "signer-refund.png"))
            moved("refund", before, {}, "Bob")

            before = money()
            sale.relist()
            sale.to_both_in()
            sale.propose_split("4000", shot=str(out / "split.png"))
            sale.settle_split(shot=str(out / "signer-split.png"))
            moved("split", before, {"Alice": -196_000, "Bob": 196_000}, "Alice")
            app.shot(str(out / "settled.png"))
            return checks.close()
        except (harness.NotFound, RuntimeError) as problem:
            checks.that("the sale went through", False, str(problem))
            if app.windows():
                app.shot(str(out / "stopped.png"))
            print(log.read_text(errors="replace")[-2000:])
            return checks.close()
        finally:
            app.quit()


if __name__ == "__main__":
    sys.exit(main())
