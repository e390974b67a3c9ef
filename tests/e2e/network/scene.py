# SPDX-License-Identifier: GPL-3.0-or-later
"""The stage of these stories: a real network with proof of work, the suite on it, people with coins and AUC; and what other
programs say of that chain in the end."""

import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "cli"), str(HERE.parent.parent / "network")]

from chain import WEI, Chain  # noqa: E402
from network import OPERATOR, OPERATOR_KEY, Network, deploy, program  # noqa: E402
from people import Person  # noqa: E402
from stage import Stage, perform  # noqa: E402

SKIPPED = 77
# Accounts of everybody's ("test test … junk"), for a network that ends with the test.
KEYS = {
    "alice": ("0x70997970C51812dc3A010C7d01b50e0d17dc79C8", "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d"),
    "bob": ("0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC", "0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a"),
    "martin": ("0x90F79bf6EB2c4f870365E785982E1f101E93b906", "0x7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6"),
}
PROGRAMS = [(name, {"required": True}) for name in ("--miner", "--vectors-check")]


class Scene(Stage):
    KIND = "geth"

    def __init__(self, options, folder):
        super().__init__(options, folder)
        self.vectors_check = options.vectors_check
        self.pow = Network(folder / "chain", options.miner, self.KIND, [address for address, _ in KEYS.values()])

    def open_network(self):
        self.pow.start()
        self.pow.first_block()
        self.network = deploy(self.cli, self.pow, self.pow.folder)
        described = json.loads(self.network.read_text())
        self.checks.equal("the suite is deployed; the network file names three nodes", described["nodes"], self.pow.urls())
        self.checks.equal("and carries the rules of this chain", described["rules"]["genesisHash"], described["genesisHash"])
        self.chain = Chain(self.cast, described["nodes"][0], described["contracts"])

    def person(self, name):
        address, key = KEYS[name]
        person = Person(self.cli, self.folder / name, self.network)
        person.address = address
        got = person.run("wallet", "import", "--name", name, secret=key)
        self.checks.that(f"{name} imports a key", got.json.get("address") == address, str(got))
        return person

    def operate(self, to, signature, *arguments):
        """A transaction of the operator, by cast."""
        kind = ["--legacy"] if self.KIND == "classic" else []
        sent = subprocess.run([self.cast, "send", to, signature, *map(str, arguments), "--private-key", OPERATOR_KEY, "--rpc-url",
                               self.chain.url, "--json", *kind], capture_output=True, text=True, timeout=180)
        if sent.returncode != 0 or json.loads(sent.stdout)["status"] != "0x1":
            raise RuntimeError(f"{signature}: {sent.stdout} {sent.stderr}")
        block = int(json.loads(sent.stdout)["blockNumber"], 16)
        for node in self.pow.nodes:  # whichever of them a wallet asks first
            node.wait(f"no block {block}", 60, lambda n=node: n.head() >= block)

    def give(self, who, auc):
        """AUC out of the treasury, a Safe of which the operator is the only owner and sends the transaction himself."""
        inner = subprocess.run([self.cast, "calldata", "transfer(address,uint256)", who, str(auc * WEI)], capture_output=True,
                               text=True, check=True).stdout.strip()
        zero = "0x" + "0" * 40
        by_sender = "0x" + OPERATOR[2:].lower().rjust(64, "0") + "0" * 64 + "01"
        self.operate(self.chain.contracts["treasury"], "execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,"
                     "address,bytes)", self.chain.contracts["auc"], 0, inner, 0, 0, 0, 0, zero, zero, by_sender)

    def settle(self):
        """Until what is in a block now lies as deep as this network file asks, and one block more."""
        node = self.pow.nodes[0]
        until = node.head() + json.loads(self.network.read_text())["confirmations"] + 1
        node.wait(f"no block {until}", 180, lambda: all(one.head() >= until for one in self.pow.nodes))

    def proven(self, what, person, *arguments, **wanted):
        """An answer whose values are what cast read, and which the person's own light client has proven."""
        self.settle()
        shown = self.do(f"{what} is read", person, *arguments)
        self.checks.equal(f"{what} as cast has it, proven", {key: shown.get(key) for key in ("provenance", *wanted)},
                          {"provenance": "proven", **wanted})
        return shown

    # In the end.

    def check_chain(self):
        """Every header the third node has, and what it proves of its state, against our own verification."""
        nodes = self.pow.nodes
        head = min(node.head() for node in nodes) - 1
        hashes = {node.ask("eth_getBlockByNumber", hex(head), False)["hash"] for node in nodes}
        self.checks.equal(f"three nodes have the same block {head}", len(hashes), 1)
        headers = self.folder / "chain.hex"
        headers.write_text("\n".join(self.pow.headers(0, head, node=2)) + "\n")
        (self.folder / "chain.rules.json").write_text(self.pow.rules.read_text())
        self.judged("chain", headers, head + 1)
        proofs = self.folder / "proofs.json"
        proofs.write_text(json.dumps(self.proofs(nodes[2], head, headers.read_text().splitlines()[-1])))
        self.judged("proof", proofs, 12)

    def proofs(self, node, head, header):
        root = header[2 * 91:2 * 123]  # in a header of 512 bytes and more it always lies there
        asked = [(OPERATOR, []), (self.chain.contracts["auc"], [hex(slot) for slot in range(9)]), ("0x" + "ab" * 20, [])]
        return {"stateRoot": "0x" + root, "proofs": [node.ask("eth_getProof", *one, hex(head)) for one in asked]}

    def judged(self, kind, file, cases):
        got = subprocess.run([self.vectors_check, kind, str(file)], capture_output=True, text=True, timeout=300)
        self.checks.that(f"our verification takes it: {kind}, {cases} cases",
                         got.returncode == 0 and got.stdout.splitlines()[-1] == f"{cases} passed, 0 failed", got.stdout[-800:])

    def strike_stage(self):
        self.pow.stop()


def play(name, story, more=()):
    """As perform() of the other stories; 77, which ctest counts as skipped, where there is no node and no Go to build one."""
    try:
        node = program(story.KIND)
    except subprocess.CalledProcessError:
        node = None  # no module proxy within reach
    if node is None:
        print("skipped: the node is not there and cannot be built")
        return SKIPPED
    return perform(name, lambda *stage: story(*stage).run(), more=[*PROGRAMS, *more])
