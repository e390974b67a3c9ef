#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""./dev shots DIR: every page on practice data, light and dark, at 1440x900 and 1024x700."""

import argparse
import pathlib
import subprocess
import sys
import tempfile


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    out = pathlib.Path(options.out).resolve()
    with tempfile.TemporaryDirectory(prefix="autochain-shots-") as home:
        for theme in ("light", "dark"):
            for size in ("1440x900", "1024x700"):
                target = out / f"{theme}-{size}"
                code = subprocess.run([f"{options.bin}/autochain", "--home", home, "--practice", "--as", "Alice Brandt", "--theme", theme, "--size", size,
                                       "--shots", str(target)]).returncode
                if code != 0:
                    return code
                print(f"{len(list(target.glob('*.png')))} pictures in {target}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
