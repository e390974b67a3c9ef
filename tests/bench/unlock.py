#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does the window keep moving while a home is unlocked? The real suite and signer on a display of their own: unlocked right
after the start (nothing in any cache of the program yet) and again after locking. Told are the pauses of the suite's window
that are longer than a frame of 60 Hz, from the pressed button to the home page. On a machine that does other things besides,
the processor time of the pause says more than its length."""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent / "e2e" / part) for part in ("desktop", "cli")]
import harness  # noqa: E402
import vault  # noqa: E402

FRAME_MS = 16
PAUSE = re.compile(r"stood still for ([\d.]+) ms, ([\d.]+) ms computing")


class Log:
    """What the suite says, from one moment on."""

    def __init__(self, path):
        self.path = path
        self.place = 0

    def mark(self):
        self.place = self.path.stat().st_size if self.path.exists() else 0

    def pauses(self):
        with open(self.path, encoding="utf-8", errors="replace") as file:
            file.seek(self.place)
            return [(float(still), float(computing)) for still, computing in PAUSE.findall(file.read())]


def launch(options, home, log):
    return harness.launch(f"{options.bin}/autochain", ["--home", str(home), "--size", "1440x900", "--log"], "suite", str(log.path))


def make_home(app, network):
    app.press("Join a network…", timeout=60)
    app.type_into("Network file or address", str(network))
    app.press("Check the network")
    app.type_into("Your name", "Alice", timeout=60)
    app.press("Go on in the signer")
    signer = app.signer(60)
    vault.choose_passphrase(signer)
    vault.write_down_words(signer)
    app.wait("Market", role="page tab", contains=True, timeout=90)


def unlock(app, log):
    app.wait("Unlock AutoChain", timeout=60)
    time.sleep(2)
    log.mark()
    vault.press_unlock(app)
    vault.unlock_window(app.signer(60))
    app.wait("Market", role="page tab", contains=True, timeout=60)
    time.sleep(3)
    return log.pauses()


def tell(what, runs):
    pauses = [pause for run in runs for pause in run]
    longest = max((still for still, _ in pauses), default=0)
    computing = max((computing for _, computing in pauses), default=0)
    print(f"{what:28} {len(runs)} times: {len(pauses)} pauses over {FRAME_MS} ms, longest {longest:.1f} ms, "
          f"most computed in one {computing:.1f} ms", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="autochain-unlock-", ignore_cleanup_errors=True) as folder:
        folder = pathlib.Path(folder)
        log = Log(folder / "suite.log")
        market = [f"{options.bin}/autochain-cli", "--home", str(folder / "market"), "--json", "practice"]
        with open(folder / "market.log", "wb") as out:
            subprocess.run([*market, "start"], check=True, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
        try:
            network = folder / "network.json"
            network.write_text(json.dumps(vault.private_network(folder / "market/practice/network.json")))
            app = launch(options, folder / "suite", log)
            try:
                make_home(app, network)
            finally:
                app.quit()
            cold, warm = [], []
            for _ in range(options.turns):
                app = launch(options, folder / "suite", log)
                try:
                    cold.append(unlock(app, log))
                    vault.lock_screen()
                    warm.append(unlock(app, log))
                finally:
                    app.quit()
            tell("unlock after the start", cold)
            tell("unlock after locking", warm)
        finally:
            subprocess.run([*market, "stop"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
