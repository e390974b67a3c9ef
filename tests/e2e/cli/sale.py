#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 4.4 of the paper, three times over, by three people with homes of their own and the real programs: a refund, a
ruling and a release; and what goes wrong on the way. After each the titles and balances are read by `cast`."""

import json
import os
import signal
import socket
import subprocess
import sys
import time

from chain import WEI
from people import Person
from stage import Stage, foundry, perform

VIN = "JM1BPALM9K1134592"        # Bob's Mazda3
WRONG_DIGIT = "JM1BPALM8K1134592"
PRICE = 200_000 * WEI
FEE = 10_000 * WEI
# The first account of every anvil; its key is public.
ANVIL_ADDRESS = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"
ANVIL_KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Sale(Stage):
    SPANS = ()  # the suite's own deadlines
    DEALS = 3

    def __init__(self, options, folder):
        super().__init__(options, folder)
        self.anvil = foundry(options.root, "anvil")
        self.processes = []

    # The stage: a practice market and three homes.

    def set_stage(self):
        people = self.open_market()
        self.alice, self.bob, self.martin = (Person(self.cli, self.folder / role, self.network)
                                             for role in ("buyer", "seller", "appraiser"))
        for person, role in ((self.alice, "buyer"), (self.bob, "seller"), (self.martin, "appraiser")):
            person.address = people[role]["address"]
            got = person.run("wallet", "import", "--keystore", people[role]["keystore"], "--name", role)
            if not self.checks.that(f"{role} imports the practice key", got.json.get("address") == person.address, str(got)):
                return False
        self.substitute = people["substitute"]["address"]
        return self.look_at_car("local")

    def look_at_car(self, provenance):
        shown = self.alice.run("vehicle", "show", VIN)
        self.vehicle = shown.json.get("id", "")
        self.checks.equal("the car is Bob's", shown.json.get("owner"), self.bob.address)
        self.checks.equal("its history is verified", shown.json.get("historyCheck"), "Verified")
        self.checks.equal("values say where they come from", shown.json.get("provenance"), provenance)
        return bool(self.vehicle)

    def balances(self):
        return {name: self.chain.auc(getattr(self, name).address) for name in ("alice", "bob", "martin")}

    def expect(self, story, before, alice=0, bob=0, martin=0, title=None):
        after = self.balances()
        for name, change in (("alice", alice), ("bob", bob), ("martin", martin)):
            self.checks.equal(f"{story}: {name}'s AUC to the last wei", after[name] - before[name], change)
        self.checks.equal(f"{story}: the title", self.chain.title(self.vehicle), title)
        self.checks.equal(f"{story}: the lock is gone", int(self.chain.deal_of(self.vehicle), 16), 0)

    # Steps every deal has.

    def step(self, story, person, *arguments):
        got = person.run("deal", *arguments)
        self.checks.that(f"{story}: {' '.join(map(str, arguments[:1]))}", got.code == 0, str(got))
        return got

    def show(self, person, deal):
        return person.run("deal", "show", deal).json

    def offer(self, story, price="200000"):
        got = self.step(story, self.alice, "offer", VIN, "--price", price, "--appraiser", self.martin.address,
                        "--substitute", self.substitute, "--ruling-fee", "10000", *self.SPANS)
        return got.json.get("deal", "")

    def until_funded(self, story):
        deal = self.offer(story)
        self.step(story, self.bob, "accept", deal)
        self.step(story, self.martin, "seat", deal)
        self.step(story, self.alice, "fund", deal)
        return deal

    def check_hashes(self, story, deal):
        shown = self.show(self.alice, deal)
        self.checks.equal(f"{story}: our deal number is the contract's", self.chain.hash_terms(shown["terms"]), deal)
        for settlement in shown["settlements"]:
            self.checks.equal(f"{story}: Safe transaction hash of the {settlement['outcome']}",
                              self.chain.safe_tx_hash(shown["safe"], settlement), settlement["safeTxHash"])
        self.checks.equal(f"{story}: money lies in the Safe", self.chain.auc(shown["safe"]), PRICE)
        return shown

    # The three stories.

    def refund(self):
        before = self.balances()
        deal = self.until_funded("refund")
        self.node_dies(deal)
        self.step("refund", self.bob, "deposit", deal)
        shown = self.check_hashes("refund", deal)
        self.checks.equal("refund: title lies in the Safe", self.chain.title(self.vehicle), shown["safe"])
        self.step("refund", self.bob, "propose", deal, "--outcome", "refund")
        again = self.bob.run("deal", "propose", deal, "--outcome", "refund")
        self.checks.equal("refund: signing twice is refused", again.error, "AlreadyCoSigned")
        stranger = self.martin.run("deal", "execute", deal, "--outcome", "refund")
        self.checks.that("refund: the appraiser cannot carry it out", stranger.code == 1, str(stranger))
        self.step("refund", self.alice, "execute", deal, "--outcome", "refund")
        self.expect("refund", before, title=self.bob.address)

    def ruling(self):
        before = self.balances()
        deal = self.until_funded("ruling")
        self.step("ruling", self.bob, "deposit", deal)
        early = self.alice.run("deal", "dispute", deal)
        self.checks.equal("ruling: no dispute before the handover date", early.error, "TooEarly")
        self.pass_handover(deal)
        self.step("ruling", self.alice, "dispute", deal)
        silent = self.martin.run("deal", "propose", deal, "--outcome", "ruling", "--favour", "buyer")
        self.checks.equal("ruling: none without reasons", silent.error, "ReasonsMissing")
        self.step("ruling", self.martin, "propose", deal, "--outcome", "ruling", "--favour", "buyer", "--reasons",
                  "The gearbox slips when warm; the report says no fault was found.")
        shown = self.check_hashes("ruling", deal)
        ruled = [s for s in shown["settlements"] if s["outcome"] == "ruling"]
        self.checks.equal("ruling: 190,000 and 10,000", [(s["toBuyer"], s["toAppraiser"]) for s in ruled], [("190000", "10000")])
        other = self.bob.run("deal", "execute", deal, "--outcome", "ruling")
        self.checks.equal("ruling: the other side cannot carry it out", other.error, "WrongSigner")
        self.step("ruling", self.alice, "execute", deal, "--outcome", "ruling")
        self.expect("ruling", before, alice=-FEE, martin=FEE, title=self.bob.address)

    def pass_handover(self, deal):
        pushed = self.practice("push-clock", "--days", 10)
        self.checks.that("ruling: the clock is pushed", pushed.code == 0, str(pushed))

    def release(self):
        before = self.balances()
        deal = self.until_funded("release")
        self.killed_deposit(deal)
        alone = self.alice.run("deal", "execute", deal, "--outcome", "release")
        self.checks.equal("release: one signature moves nothing", alone.error, "NoCoSignature")
        self.step("release", self.alice, "propose", deal, "--outcome", "release")
        self.check_hashes("release", deal)
        self.step("release", self.bob, "execute", deal, "--outcome", "release")
        self.expect("release", before, alice=-PRICE, bob=PRICE, title=self.alice.address)
        shown = self.show(self.alice, deal)
        self.checks.equal("release: the deal says so", (shown.get("state"), shown.get("outcome")), ("Settled", "Release"))
        listed = self.bob.run("deal", "list").json.get("deals", [])
        self.checks.that("all of Bob's deals are found again from his address alone", len(listed) >= self.DEALS, str(len(listed)))

    # What goes wrong on the way.

    def killed_deposit(self, deal):
        """Killed between the funding and the title's being in the Safe, at a moment nobody chose; then done again."""
        process = self.bob.start("deal", "deposit", deal)
        time.sleep(0.7)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        again = self.bob.run("deal", "deposit", deal)
        went_on = again.code == 0 or again.error in ("WrongStage", "NotTitleHolder")
        self.checks.that("killed: the deposit goes on afterwards", went_on, str(again))
        self.checks.equal("killed: the deal is complete", self.show(self.bob, deal).get("state"), "BothIn")

    def node_dies(self, deal):
        time.sleep(3)  # anvil writes its state every second
        status = self.practice("status").json
        os.kill(status["pid"], signal.SIGKILL)
        lost = self.bob.run("deal", "deposit", deal)
        self.checks.equal("node gone: exit code 4", lost.code, 4)
        self.checks.that("node gone: cause, money and next step are told",
                         all(len(lost.json.get("error", {}).get(k, "")) > 10 for k in ("cause", "money", "next")), str(lost))
        started = self.practice("start")
        self.checks.that("node gone: started again", started.code == 0, str(started))
        self.chain.url = started.json.get("node", self.chain.url)
        self.checks.equal("node gone: the deal stands where it stood", self.show(self.bob, deal).get("state"), "Funded")

    def refused(self, name, got, code, error):
        self.checks.equal(f"{name}: exit code and error", (got.code, got.error), (code, error))
        parts = got.json.get("error", {})
        self.checks.that(f"{name}: three parts", all(len(parts.get(k, "")) > 5 for k in ("cause", "money", "next")), str(got))

    def bad_inputs(self):
        people = ("--appraiser", self.martin.address, "--substitute", self.substitute)
        offer = lambda who, *rest: who.run("deal", "offer", VIN, *rest, *people)
        self.refused("wrong check digit", self.bob.run("vehicle", "mint", WRONG_DIGIT), 6, "CheckDigit")
        self.refused("VIN registered already", self.alice.run("vehicle", "mint", VIN), 1, "AlreadyRegistered")
        self.refused("price 0", offer(self.alice, "--price", "0"), 1, "PriceIsZero")
        self.refused("price above balance", offer(self.alice, "--price", "99999999"), 1, "PriceAboveBalance")
        self.refused("buyer is seller", offer(self.bob, "--price", "1000"), 1, "BuyerIsSeller")
        self.refused("price unreadable", offer(self.alice, "--price", "12,5"), 6, "NotANumber")
        self.refused("unknown deal", self.alice.run("deal", "show", "0x" + "ab" * 32), 1, "UnknownDeal")
        sending = ("wallet", "send", "--to", self.bob.address, "--amount", "1")
        wrong = self.alice.run(*sending, passphrase="not it")
        self.checks.equal("wrong passphrase: exit code 5", wrong.code, 5)
        self.checks.equal("declined: exit code 3", self.alice.run(*sending, yes=False).code, 3)
        usage = self.alice.run("deal", "offer", VIN)
        self.checks.equal("option missing: exit code 2", (usage.code, usage.error), (2, "Usage"))
        lower = self.bob.address.swapcase().replace("0X", "0x")
        self.refused("address with a wrong checksum", self.alice.run("wallet", "send", "--to", lower, "--amount", "1"), 6, "BadChecksum")

    def other_chain(self):
        """A node on another chain id; and the suite put on a fresh chain, where nobody is registered."""
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        process = subprocess.Popen([self.anvil, "--port", str(port), "--chain-id", "4242", "--silent"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.processes.append(process)
        time.sleep(2)
        wrong = json.loads(self.network.read_text())
        wrong["nodes"] = [url]
        file = self.folder / "wrong-node.json"
        file.write_text(json.dumps(wrong))
        got = self.alice.run("wallet", "balance", self.alice.address, network=file)
        self.refused("node on another chain", got, 4, "WrongChain")
        self.alice.run("network", "show")  # the right node again

        deployer = Person(self.cli, self.folder / "deployer", None, passphrase="a passphrase of its own")
        out = self.folder / "fresh.json"
        made = deployer.run("network", "deploy", "--rpc", url, "--from", ANVIL_ADDRESS, "--out", out, "--confirmations", 1,
                            secret=ANVIL_KEY, timeout=400)
        if self.checks.that("network deploy puts the suite on a fresh chain", made.code == 0, str(made)):
            self.refused("no appraisers", deployer.run("appraiser", "show", network=out), 1, "NoAppraisers")

    def run(self):
        try:
            if self.set_stage():
                for part in self.parts():
                    try:
                        part()
                    except (KeyError, RuntimeError, subprocess.SubprocessError) as trouble:
                        self.checks.that(f"{part.__name__} comes to its end", False, repr(trouble))
        finally:
            self.strike_stage()
        return self.checks.close()

    def parts(self):
        return (self.bad_inputs, self.refund, self.ruling, self.release, self.other_chain)

    def strike_stage(self):
        self.practice("stop")
        for process in self.processes:
            process.terminate()
            process.wait(timeout=10)


if __name__ == "__main__":
    sys.exit(perform("sale", lambda *stage: Sale(*stage).run()))
