# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the stories of this folder play: their arguments, a folder of their own and a practice market in it."""

import argparse
import json
import pathlib
import shutil
import tempfile

from chain import Chain
from checks import Checks
from people import Person


def foundry(root, name):
    return str(root / "node_modules" / "@foundry-rs" / f"{name}-linux-amd64" / "bin" / name)


class Stage:
    def __init__(self, options, folder):
        self.cli, self.folder = options.cli, folder
        self.cast = foundry(options.root, "cast")
        self.checks = Checks()
        self.market = folder / "practice"
        self.host = Person(self.cli, folder / "host", None)

    def practice(self, *arguments):
        return self.host.run("practice", *arguments, "--folder", self.market, timeout=600)

    def open_market(self):
        """Starts the practice market and reads its network file. The people by role, the first of each."""
        started = self.practice("start")
        if not self.checks.that("practice market starts", started.code == 0, str(started)):
            raise RuntimeError("no market")
        self.network = self.market / "network.json"
        described = json.loads(self.network.read_text())
        self.chain = Chain(self.cast, described["nodes"][0], described["contracts"])
        return {p["role"]: p for p in reversed(self.practice("people").json["people"])}

    def do(self, name, person, *arguments, **options):
        got = person.run(*arguments, **options)
        if not self.checks.that(name, got.code == 0, str(got)):
            raise RuntimeError(name)
        return got.json


def perform(name, play, needs_root=True, more=()):
    """Reads the arguments (`more`: further ones, name and settings), calls play(options, folder), and leaves nothing."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", required=True)
    if needs_root:
        parser.add_argument("--root", required=True, type=pathlib.Path)
    parser.add_argument("--keep", action="store_true", help="leave the homes for a look")
    for argument, settings in more:
        parser.add_argument(argument, **settings)
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"autochain-{name}-"))
    try:
        return play(options, folder)
    finally:
        if options.keep:
            print(f"homes: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
