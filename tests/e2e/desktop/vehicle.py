#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The car's page through what a screen reader sees: open a car, open a record, filter and find, follow a correction, compare
two cars, and record a statement as the owner. Then a car of several hundred records."""

import argparse
import pathlib
import sys
import tempfile
import time

import harness

BOBS_VIN = "JM1BPALM9K1134592"
SHARED_VIN = "1FADP3K2XHL915905"


class Checks:
    def __init__(self, app, out):
        self.app, self.out, self.count = app, out, 0

    def step(self, words, ok=True):
        self.count += 1
        self.app.shot(str(self.out / f"vehicle-{self.count:02d}.png"))
        print(f"{'ok' if ok else 'NOT'}  {words}", flush=True)
        if not ok:
            raise harness.NotFound(words)


def rows(app):
    return [n.split(":", 1)[1] for n in app.names() if n.startswith("list item:") and "Record " in n]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    out = pathlib.Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="autochain-vehicle-", ignore_cleanup_errors=True) as home:
        log = out / "autochain.log"
        log.unlink(missing_ok=True)
        app = harness.launch(f"{options.bin}/autochain", ["--home", home, "--practice", "--as", "Bob Keller", "--size", "1440x900",
                                                         "--page", f"vehicle/{BOBS_VIN}"], "autochain", str(log))
        checks = Checks(app, out)
        try:
            app.wait("Records", role="list", timeout=180)
            app.wait("Record ", role="list item", contains=True, timeout=60)
            checks.step("Bob's car is open, its newest record in the list")

            row = app.wait("withdrawn by its issuer", role="list item", contains=True)
            app.act(row)
            app.wait("Withdrawn by its issuer. It stays in view and does not count.")
            link = app.wait("Its correction: record", role="link", contains=True)
            checks.step("the mistyped inspection is marked, and says which record corrects it")
            app.act(link)
            app.wait("Corrects record", role="link", contains=True)
            checks.step("the correction leads back")

            app.type_into("Find in records", "certificate")
            time.sleep(0.5)
            found = rows(app)
            checks.step(f"finding leaves {len(found)} records", 0 < len(found) < 40)
            app.key("Escape")
            time.sleep(0.3)
            app.wait("newest first", contains=True)
            checks.step("Esc shows all again")

            app.press("Compare…", role="push button")
            app.wait("Compare cars", contains=True)
            app.type_into("or type a VIN", SHARED_VIN)
            app.key("Return")
            app.wait("Take out", contains=True)
            app.wait("Odometer", contains=True)
            app.wait(SHARED_VIN, contains=True)
            checks.step("two cars stand side by side")

            app.key("alt+Left")
            app.press("Record something…", role="push button")
            app.press("Cancel", role="push button")
            checks.step("the owner is offered to record something")

            # Nobody has opened the market yet: the registry knows the car.
            app.key("ctrl+k")
            app.type_into("Car, VIN, person, address, deal, page or setting", SHARED_VIN)
            app.wait(SHARED_VIN, role="table row", contains=True)
            app.key("Return")
            app.wait("Owner: rental", contains=True, timeout=60)
            checks.step("the shared car says what it was used for")
            return 0
        except harness.NotFound as problem:
            print(f"stopped: {problem}", file=sys.stderr)
            if app.windows():
                app.shot(str(out / "stopped.png"))
            print(log.read_text(errors="replace")[-3000:], file=sys.stderr)
            return 1
        finally:
            app.quit()


if __name__ == "__main__":
    sys.exit(main())
