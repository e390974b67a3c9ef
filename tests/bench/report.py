#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report of 10,000 records (read, every signature and the proof checked, drawn as PDF/A) against reportlab drawing only the
table's text: same lines of text, same run. Prints the ratio of the two times; below 1 is faster than the peer."""

import argparse
import json
import pathlib
import subprocess
import tempfile
import time

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

RECORDS = 10_000
OPTIONS = {"body": "", "drawnAt": 1796000000, "drawnBy": "", "language": "en", "network": "bench", "offline": False, "paint": "",
           "paper": "A4", "provenance": "proven", "scope": "whole"}


def peer(target):
    style = getSampleStyleSheet()["Normal"]
    rows = [["No.", "Recorded", "What", "km", "Who said it"]]
    for i in range(RECORDS):
        text = Paragraph(f"<b>Service: Service {i}</b><br/>Place: Ottawa<br/>Oil filter, part no. F-{i}: CAD 19.99<br/>Labour: CAD 85.00<br/>"
                         "Done as the maker asks; nothing else was found.<br/>Dealer, 0xc06d73162E9BffbCfBF1DA59C511002A8F9155E5", style)
        rows.append([str(i + 1), "11 Feb 2016", text, str(i * 17), "Subaru Ottawa"])
    SimpleDocTemplate(str(target), pagesize=A4).build([Table(rows, colWidths=[36, 64, 250, 50, 90], repeatRows=1)])


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--bin", required=True, type=pathlib.Path)
    bin_folder = arguments.parse_args().bin
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([bin_folder / "make-bundles", folder, str(RECORDS)], check=True)
        (folder / "options.json").write_text(json.dumps(OPTIONS, separators=(",", ":"), sort_keys=True), encoding="utf-8")
        ours, theirs = [], []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([bin_folder / "autochain-report", "draw", folder / "long.json", folder / "options.json", folder / "out.pdf"],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            ours.append(time.perf_counter() - start)
            start = time.perf_counter()
            peer(folder / "peer.pdf")
            theirs.append(time.perf_counter() - start)
        size = (folder / "out.pdf").stat().st_size / (folder / "peer.pdf").stat().st_size
        print(f"report of {RECORDS} records: {min(ours):.2f} s, reportlab's table {min(theirs):.2f} s, ratio {min(ours) / min(theirs):.2f} (size {size:.2f})")


if __name__ == "__main__":
    main()
