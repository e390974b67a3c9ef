#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""./dev demo on a machine without a display: the whole sale through the real windows, a line and a picture per step."""

import argparse
import pathlib
import sys
import tempfile
import time

import harness
from onewindow import OneWindow
from saleflow import Sale


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--theme", default="light")
    options = parser.parse_args()
    out = pathlib.Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    count = [0]

    def note(step, app):
        count[0] += 1
        app.shot(str(out / f"{count[0]:02d}.png"))
        print(f"{time.monotonic() - start:5.1f} s  {count[0]:2d}  {step}", flush=True)

    with tempfile.TemporaryDirectory(prefix="autochain-demo-", ignore_cleanup_errors=True) as home:
        log = out / "autochain.log"
        log.unlink(missing_ok=True)
        app = harness.launch(f"{options.bin}/autochain", ["--home", home, "--practice", "--as", "Alice Brandt", "--theme", options.theme,
                                                         "--size", "1440x900"], "autochain", str(log))
        try:
            app.wait("Market", role="page tab", contains=True, timeout=120)
            note("the practice market is open", app)
            sale = Sale(OneWindow(app, "Alice").person, note)
            sale.offer(shot=str(out / "signer-offer.png"))
            sale.accept()
            sale.seat()
            sale.fund()
            sale.deposit()
            sale.seller_signs_release()
            sale.release(shot=str(out / "signer-release.png"))
            for line in log.read_text(errors="replace").splitlines():
                if "first frame" in line:
                    print(line)
            print(f"settled after {time.monotonic() - start:.0f} s; pictures in {out}")
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
