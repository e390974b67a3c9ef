#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Passphrases, words and keys are where they belong and nowhere else: the real signer and the real suite, typed into with
real key events; their memory searched while open (the search must find keys) and after locking (it must find nothing)."""

import argparse
import json
import os
import pathlib
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time

import harness
import vaultmath

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
from checks import Checks  # noqa: E402

PASSPHRASE = "Zwetschgen reifen im Regen"
SECRET_ROLE = "password text"
NOT_RUN = 77


# -- helpers ----------------------------------------------------------------------------------------------------------
def rlp(item):
    if isinstance(item, int):
        item = item.to_bytes((item.bit_length() + 7) // 8, "big")
    if isinstance(item, (bytes, bytearray)):
        if len(item) == 1 and item[0] < 0x80:
            return bytes(item)
        return head(len(item), 0x80) + bytes(item)
    body = b"".join(rlp(part) for part in item)
    return head(len(body), 0xC0) + body


def head(size, base):
    if size < 56:
        return bytes([base + size])
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([base + 55 + len(length)]) + length


def transfer(network, to, amount):
    data = bytes.fromhex("a9059cbb") + bytes(12) + bytes.fromhex(to[2:]) + amount.to_bytes(32, "big")
    auc = bytes.fromhex(network["contracts"]["auc"][2:])
    return "0x02" + rlp([int(network["chainId"]), 0, 1, 10**9, 100_000, auc, 0, data, []]).hex()


class Signer:
    """autochain-signer as the suite starts it: frames over its stdin and stdout, keys over a pipe of their own."""

    def __init__(self, binary, home, network, log):
        self.keys, key_end = os.pipe()
        slot_end, self.slots = os.pipe()
        self.log = open(log, "ab")
        arguments = [binary, "--home", str(home), "--network", str(network), "--key-fd", str(key_end), "--slot-fd", str(slot_end)]
        self.process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log,
                                        pass_fds=(key_end, slot_end))
        os.close(key_end)
        os.close(slot_end)
        self.app = harness.App(self.process.pid, "signer")
        self.app.process = self.process
        self.next = 1

    def ask(self, method, **params):
        text = json.dumps({"v": 4, "id": self.next, "method": method, "params": params}).encode()
        self.process.stdin.write(struct.pack(">I", len(text)) + text)
        self.process.stdin.flush()
        self.next += 1
        return self.next - 1

    def answer(self, number):
        size = struct.unpack(">I", self.process.stdout.read(4))[0]
        answer = json.loads(self.process.stdout.read(size))
        assert answer["id"] == number, answer
        return answer

    def call(self, method, **params):
        return self.answer(self.ask(method, **params))

    def key(self):
        frame = os.read(self.keys, 40)
        return frame[8:]

    def window(self, title):
        self.app.wait(title, timeout=30)
        return self.app

    def end(self):
        self.process.stdin.close()
        self.process.wait(10)


def type_secret(app, name, text):
    app.type_into(name, text, role=SECRET_ROLE)


def choose_passphrase(app):
    app.wait("A passphrase for this computer", timeout=60)
    type_secret(app, "Passphrase", PASSPHRASE)
    type_secret(app, "The same again", PASSPHRASE)
    app.press("Go on")


def write_down_words(app):
    app.wait("Write down these 24 words", timeout=60)
    found = {}
    for name in app.names():
        match = re.match(r"[a-z ]+:\s*(\d+)  ([a-z]+)$", name)
        if match:
            found[int(match[1])] = match[2]
    assert len(found) == 24, found
    app.press("I wrote them down")
    app.wait("Done is off until all three are right", contains=True)
    for name in [n.split(":", 1)[1] for n in app.names() if re.match(r".*:Word \d+$", n) and n.startswith(SECRET_ROLE)]:
        type_secret(app, name, found[int(name.split()[1])])
    app.press("Done")
    return " ".join(found[i] for i in range(1, 25))


def unlock_window(app, passphrase=PASSPHRASE):
    app.wait("Unlock AutoChain", timeout=60)
    type_secret(app, "Passphrase", passphrase)
    app.press("Unlock", role="push button")


def secrets_of(home, words, wordlist):
    """Everything that must not be found, by name."""
    vault = (home / "vault.json").read_text()
    out = vaultmath.open_vault(vault, PASSPHRASE)
    out["passphrase"] = PASSPHRASE
    if words:
        parts = words.split()
        out |= {"words": words, "four of the words": " ".join(parts[4:8]), "entropy": vaultmath.entropy_of(words, wordlist)}
        assert vaultmath.seed_of(words) in out.values(), "the words are the vault's"
    return out


def open_keys(found):
    return [f for f in found if f.startswith(("master key, raw", "private key", "database key, raw", "seed"))]


# -- the two parts ----------------------------------------------------------------------------------------------------
def signer_alone(options, checks, folder, network, wordlist):
    home = folder / "alone"
    log = folder / "signer.log"
    signer = Signer(f"{options.bin}/autochain-signer", home, network, log)
    facts = json.loads(network.read_text())
    number = signer.ask("create", name="Alice")
    choose_passphrase(signer.app)
    words = write_down_words(signer.app)
    made = signer.answer(number)
    checks.that("an account is made", "result" in made, str(made))
    address = made["result"]["address"]
    wanted = vaultmath.needles(secrets_of(home, words, wordlist))
    keys = vaultmath.open_vault((home / "vault.json").read_text(), PASSPHRASE)
    checks.that("another implementation opens the vault and derives the same account", f"private key {address}" in keys)

    number = signer.ask("signTransaction", account=address, hints={"vins": [], "terms": []},
                        transaction=transfer(facts, "0x" + "11" * 20, 5 * 10**18))
    suite = harness.App(os.getpid(), "test")
    suite.signer = lambda timeout: signer.app
    harness.App.sign(suite)
    signed = signer.answer(number)
    checks.that("it signs", "result" in signed, str(signed))
    number = signer.ask("storeKey", purpose="database")
    signer.answer(number)
    checks.equal("the database's key comes over its pipe", signer.key(), keys["database key"])
    found = vaultmath.scan(signer.process.pid, wanted)
    checks.that("while open the search finds keys in the signer", open_keys(found) != [], str(found))
    checks.equal("while open the passphrase and the words are nowhere in it", [f for f in found if f.startswith(("passphrase", "words", "four", "entropy"))], [])

    checks.that("it locks", "result" in signer.call("lock"))
    time.sleep(0.5)
    checks.equal("after locking nothing is in the signer's memory", vaultmath.scan(signer.process.pid, wanted), [])

    number = signer.ask("unlock")
    unlock_window(signer.app, "not the right one")
    signer.app.wait("This passphrase does not open it.", timeout=30)
    start = time.monotonic()
    unlock_window(signer.app)
    opened = signer.answer(number)
    took = time.monotonic() - start
    checks.that("a wrong passphrase is said, the right one opens", "result" in opened, str(opened))
    print(f"      typing, KDF and opening took {took:.2f} s", flush=True)
    signer.call("lock")
    time.sleep(0.5)
    checks.equal("and is not kept either", vaultmath.scan(signer.process.pid, wanted), [])
    sandbox(checks, signer.process.pid)
    signer.end()
    return wanted


def sandbox(checks, pid):
    status = dict(line.split(":", 1) for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines())
    checks.equal("the signer runs under a seccomp filter", status["Seccomp"].strip(), "2")
    checks.equal("and cannot gain rights", status["NoNewPrivs"].strip(), "1")
    limits = pathlib.Path(f"/proc/{pid}/limits").read_text()
    checks.that("and leaves no core file", re.search(r"Max core file size\s+0\s+0", limits) is not None, limits)
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        state = (task / "status").read_text()
        checks.that(f"thread {task.name} is filtered as well", "Seccomp:\t2" in state)


def suite_and_signer(options, checks, folder, network, wordlist):
    home = folder / "suite"
    app = harness.launch(f"{options.bin}/autochain", ["--home", str(home), "--size", "1300x860"], "suite", str(folder / "suite.log"))
    try:
        app.press("Join a network…", timeout=60)
        app.type_into("Network file or address", str(network))
        app.press("Check the network")
        app.type_into("Your name", "Alice", timeout=60)
        app.press("Go on in the signer")
        signer = app.signer(60)
        choose_passphrase(signer)
        words = write_down_words(signer)
        app.wait("Market", role="page tab", contains=True, timeout=90)
        checks.that("the suite opens with a vault made in the signer's window", True)
        vault = next((home / "networks").glob("*/signer"))
        wanted = vaultmath.needles(secrets_of(vault, words, wordlist))
        found = vaultmath.scan(app.pid, wanted)
        checks.equal("while open the suite has no more than the database's key",
                     [f for f in found if not f.startswith("database key")], [])

        lock_screen()
        app.wait("Unlock AutoChain", timeout=30)
        time.sleep(2.0)
        checks.equal("the screen's lock closes the records: nothing is left in the suite", vaultmath.scan(app.pid, wanted), [])
        checks.equal("and no signer runs", [p for p in harness.children(app.pid) if "signe" in harness.command_name(p)], [])

        press_unlock(app)
        signer = app.signer(60)
        unlock_window(signer)
        start = time.monotonic()
        app.wait("Market", role="page tab", contains=True, timeout=60)
        print(f"      from Unlock to the market: {time.monotonic() - start:.2f} s", flush=True)
        checks.that("the passphrase opens the records again", True)
        secret_service(options, checks, folder, app, wanted)
        lock_screen()
        app.wait("Unlock AutoChain", timeout=30)
        time.sleep(2.0)
        checks.equal("after all of it nothing is left in the suite", vaultmath.scan(app.pid, wanted), [])
    finally:
        app.quit()
    return wanted


def press_unlock(app):
    time.sleep(0.3)
    app.press("Unlock", role="push button")


def lock_screen():
    subprocess.run(["dbus-send", "--session", "--type=signal", "/org/freedesktop/ScreenSaver",
                    "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true"], check=True)


# -- the desktop's Secret Service -------------------------------------------------------------------------------------
class Keyring:
    """gnome-keyring-daemon with a folder of its own, unlocked by a password."""

    def __init__(self, folder):
        self.folder = folder / "keyrings-home"
        self.process = None

    def start(self):
        self.folder.mkdir(exist_ok=True)
        environment = dict(os.environ, XDG_DATA_HOME=str(self.folder), HOME=str(self.folder))
        # What the bus starts by itself must not find the tester's own keyrings.
        subprocess.run(["dbus-update-activation-environment", f"XDG_DATA_HOME={self.folder}", f"HOME={self.folder}"], check=True)
        self.process = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                                        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        self.process.stdin.write(b"password of the desktop")
        self.process.stdin.close()
        for _ in range(100):
            got = subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/",
                                  "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"], capture_output=True, text=True)
            if "true" in got.stdout:
                return
            time.sleep(0.1)
        raise RuntimeError("gnome-keyring-daemon does not take its name")

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGCONT)
            self.process.kill()
            self.process.wait()
            self.process = None

    def wipe(self):
        self.stop()
        subprocess.run(["rm", "-rf", str(self.folder)], check=True)
        self.start()


def wait_for(app, sentence, timeout=30):
    end = time.monotonic() + timeout
    while sentence not in app.text():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def secret_service(options, checks, folder, app, wanted):
    keyring = Keyring(folder)
    keyring.start()
    try:
        app.press("Settings", role="page tab", contains=True)
        app.press("Signer and words", role="page tab", timeout=30)
        app.press("Let this desktop unlock…", timeout=30)
        signer = app.signer(60)
        signer.wait("Let this desktop unlock AutoChain?", timeout=30)
        type_secret(signer, "Passphrase", PASSPHRASE)
        signer.press("Let it unlock", role="push button")
        app.wait("This desktop unlocks from now on", contains=True, timeout=60)

        def lock_and_press():
            lock_screen()
            app.wait("Unlock AutoChain", timeout=30)
            press_unlock(app)

        lock_and_press()
        app.wait("Market", role="page tab", contains=True, timeout=60)
        checks.that("with gnome-keyring the desktop unlocks, nobody types", True)

        def falls_back(what, sentence):
            told = wait_for(app, sentence)
            signer = app.signer(60)
            said = wait_for(signer, sentence)
            unlock_window(signer)
            app.wait("Market", role="page tab", contains=True, timeout=60)
            checks.that(f"{what}: suite and signer say so, the passphrase opens", told and said)

        keyring.process.send_signal(signal.SIGSTOP)
        lock_and_press()
        falls_back("key service hangs", "did not answer within 3 seconds")
        keyring.process.send_signal(signal.SIGCONT)
        keyring.wipe()
        lock_and_press()
        falls_back("key service wiped", "has no key for this vault any more")
        keyring.stop()
        lock_and_press()
        falls_back("key service killed", "assphrase unlocks")
        alone = dict(os.environ, DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere")
        asked = subprocess.run([f"{options.bin}/autochain-keyring", "fetch", "name", "1"], env=alone, stdout=subprocess.DEVNULL)
        checks.equal("without a session bus there is no service", asked.returncode, 10)
    finally:
        keyring.stop()


def private_network(practice_file):
    """The network file of a practice market as one of a network where everybody has keys of their own."""
    facts = json.loads(practice_file.read_text())
    facts |= {"kind": "private", "name": "Test network"}
    for gone in ("people", "content"):
        facts.pop(gone, None)
    return facts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--root", required=True)
    parser.add_argument("--only", choices=("signer", "suite"))
    options = parser.parse_args()
    if os.geteuid() != 0:
        print("only root may read the memory of a process that forbids it; not run")
        return NOT_RUN
    wordlist = (pathlib.Path(options.root) / "core/crypto/wordlists/english.txt").read_text().split()
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="autochain-vault-", ignore_cleanup_errors=True) as folder:
        folder = pathlib.Path(folder)
        market = [f"{options.bin}/autochain-cli", "--home", str(folder / "market"), "--json", "practice"]
        with open(folder / "market.log", "wb") as log:
            subprocess.run([*market, "start"], check=True, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        try:
            network = folder / "network.json"
            network.write_text(json.dumps(private_network(folder / "market/practice/network.json")))
            wanted = {}
            if options.only != "suite":
                wanted |= signer_alone(options, checks, folder, network, wordlist)
            if options.only != "signer":
                wanted |= suite_and_signer(options, checks, folder, network, wordlist)
            checks.equal("no file, database or log has any of it", vaultmath.scan_files(folder, wanted), [])
            checks.equal("no core file was left", [str(p) for p in folder.rglob("core*") if p.is_file()], [])
        finally:
            subprocess.run([*market, "stop"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return checks.close()


if __name__ == "__main__":
    sys.exit(main())
