#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Private parts of a car's records on the screen: three real autochain processes with signers of their own. The owner writes a service
with a private price and private notes and shares it, the grantee opens and reads, the stranger is told to ask; the clock is pushed past the end, and the former grantee reads that it ended."""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

import harness
from saleflow import VIN, Sale

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
from checks import Checks  # noqa: E402
from people import Person  # noqa: E402

PEOPLE = {"Bob": "Bob Keller", "Alice": "Alice Brandt", "Martin": "Martin Sato"}
INVOICE = "Timing belt and water pump, 1,240.50 CAD"


def approve(app, button, timeout=60):
    """What the signer asks, by the path made for people who cannot hold a button. Returns its words."""
    signer = app.signer(timeout)
    signer.wait(button, timeout=timeout)
    words = signer.text()
    verb = button.split(" ")[-1]
    signer.press(button)
    field = signer.wait(f" to {verb}", role="text", contains=True, timeout=10)
    phrase = field.get_name().removesuffix(f" to {verb}").split(" ")[-1].strip("“”\" ")
    signer.type_into(field.get_name(), phrase)
    signer.press(verb.capitalize(), role="push button")
    return words


def page_text(app):
    """All words of the page, those that are scrolled out of sight too: a screen reader reads them all the same."""
    return "\n".join(harness._safe(node.get_name, "") or "" for node in app.nodes())


def print_report(app, file):
    """Through the print dialog into a file."""
    app.press("Print…", timeout=60)
    app.wait("Output file:", role="text", timeout=20)
    app.type_into("Output file:", str(file))
    app.press("Print", role="push button")
    app.wait(f"Saved as {file}", contains=True, timeout=60)


def print_with_private_part(app, anybody, out, checks):
    """The report she prints holds the invoice only where she says so, and each time she opens the dialog she has to."""
    sealed, opened = out / "sealed.pdf", out / "opened.pdf"  # to be looked at
    for file in (sealed, opened):
        file.unlink(missing_ok=True)
    app.press("Print or PDF")
    print_report(app, sealed)
    app.press("Include 1 private part that you opened", timeout=20)
    app.wait("They are printed in the open", contains=True, timeout=60)
    print_report(app, opened)
    app.shot(str(out / "report-private.png"))
    app.press("Close")
    for file, parts in ((sealed, None), (opened, 1)):
        got = anybody.run("vehicle", "verify", file)
        checks.that(f"{file.name} verifies", got.code == 0 and got.json["standing"] == "verified", str(got))
        checks.equal(f"private parts in {file.name}", got.json.get("privateParts"), parts)
        text = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True).stdout
        checks.equal(f"the invoice's words in {file.name}", INVOICE in text, parts is not None)
    checks.that("the cover says so", "Private: 1 private part" in text.split("\f")[0])
    checks.that("no plain text beside the pages", INVOICE.encode() not in sealed.read_bytes())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    out = pathlib.Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    checks, apps, start = Checks(), {}, time.monotonic()

    with tempfile.TemporaryDirectory(prefix="autochain-private-", ignore_cleanup_errors=True) as folder:
        folder = pathlib.Path(folder)

        def open_suite(name, *arguments):
            app = harness.launch(f"{options.bin}/autochain", ["--home", str(folder / name), "--as", PEOPLE[name], "--size", "1440x1000",
                                                              "--page", f"vehicle/{VIN}", *arguments], name, str(out / f"{name}.log"))
            apps[name] = app
            app.wait("Market", role="page tab", contains=True, timeout=400)
            return app

        def note(step, app):
            print(f"{time.monotonic() - start:5.1f} s  {app.label}: {step}", flush=True)

        def shows(app, words, what):
            end = time.monotonic() + 60
            while words not in page_text(app) and time.monotonic() < end:
                time.sleep(0.2)
            text = page_text(app)
            checks.that(what, words in text, "" if words in text else text[-1500:])

        try:
            bob = open_suite("Bob", "--practice")
            network = folder / "Bob" / "practice" / "network.json"
            alice, martin = open_suite("Alice", "--network", str(network)), open_suite("Martin", "--network", str(network))
            bob.press("Receive private parts", timeout=60)
            approve(bob, "Hold to sign")
            bob.wait_gone("Receive private parts", timeout=60)
            note("publishes a key", bob)
            # Alice's key is published on the command line: the window does it in the same way as Bob's above.
            writer = Person(f"{options.bin}/autochain-cli", folder / "writer", network)
            people = Person(writer.cli, folder / "host", None).run("practice", "people", "--folder", network.parent).json["people"]
            person = next(p for p in people if p["name"] == PEOPLE["Alice"])
            got = writer.run("wallet", "import", "--keystore", person["keystore"], "--name", "Alice")
            checks.equal("Alice's key is brought in", got.code, 0)
            got = writer.run("--as", "Alice", "private", "publish-key")
            checks.that("Alice has published a key", got.code == 0, str(got))

            bob.press("Record something…", role="push button")
            bob.act(bob.wait("What", role="combo box"), ("SetFocus",))
            bob.key("Down")  # from the reading to the service
            bob.type_into("What was done", "Big service")
            bob.type_into("Price", "1240.50")
            bob.type_into("Notes", INVOICE)
            bob.press("The price is private", role="check box")
            bob.press("The notes are private", role="check box")
            shows(bob, "Only you can read it.", "before anything is signed it is said who reads")
            bob.shot(str(out / "form.png"))
            bob.press("Continue in the signer", role="push button")
            words = bob.sign()
            checks.that("the signer is asked to sign the record", VIN in words, words)
            bob.sign()
            shows(bob, "Big service", "the service stands in the history")
            note("writes a service with a private part", bob)

            shows(bob, "You hold the title, so you may open it", "the owner may open it")
            for app in (alice, martin):
                shows(app, "Private: ask the owner, Bob Keller", f"{app.label} is told to ask the owner")
            checks.that("its words are nowhere on her screen", INVOICE not in page_text(alice) and "1240.50" not in page_text(alice)
                        and "1,240.50" not in page_text(alice) and "Big service" in page_text(alice))

            bob.press("Let somebody read…")
            bob.type_into("Who", "Alice Brandt")
            shows(bob, "Who read it once may keep a copy", "the consequence is said")
            bob.shot(str(out / "grant.png"))
            bob.press("Continue in the signer")
            opening = approve(bob, "Hold to open")
            checks.that("the signer says what is opened", "1 private section" in opening and VIN in opening, opening)
            granting = approve(bob, "Hold to sign")
            checks.that("and who reads until when", "Let Alice read private sections" in granting, granting)
            shows(bob, "Alice Brandt, Reads the private parts of", "the owner sees who reads")
            note("shared with Alice", bob)

            shows(alice, "Shared with you until", "she sees until when")
            alice.press("Open the private part of", contains=True)
            asked = approve(alice, "Hold to open")
            checks.that("her signer names who shared it", "shared with you by" in asked, asked)
            shows(alice, INVOICE, "she reads it")
            checks.that("and the price", "Price: 1240.50" in page_text(alice))
            alice.shot(str(out / "opened.png"))
            print_with_private_part(alice, writer, out.resolve(), checks)
            checks.that("the stranger still does not", "Private: ask the owner" in page_text(martin) and INVOICE not in page_text(martin))
            martin.shot(str(out / "stranger.png"))

            sale = Sale(lambda role: bob, note)
            for _ in range(7):  # a push while the last one is still being mined does nothing: more of them than 30 days need
                sale.push_clock("seller", 7)
                time.sleep(2)
            shows(alice, "Your access ended on", "she is told that it ended")
            checks.that("and what was open is gone", INVOICE not in page_text(alice))
            alice.shot(str(out / "ended.png"))
            shows(bob, "Ended on", "the owner's list says so too")
            bob.shot(str(out / "owner.png"))
            return checks.close()
        except (harness.NotFound, RuntimeError, StopIteration) as problem:
            checks.that("the story goes on", False, str(problem))
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


if __name__ == "__main__":
    sys.exit(main())
