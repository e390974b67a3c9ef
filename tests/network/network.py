#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A proof-of-work network on this computer: three real nodes on loopback with the suite's contracts on it, and a miner that
works for the first of them. geth 1.10.26 with Ethash, or with --classic core-geth 1.12.20 with Etchash and the rules of Ethereum
Classic. The nodes' programs and the miner's dataset (1 GB, made once) lie in the cache folder; the chain lies in --folder and
goes on where it stopped.

The miner is autochain-miner and gets its work from the node (eth_getWork), as miners do: the nodes' own ones take a quarter of an
hour for the dataset, make the next epoch's as well, and then reach a tenth of the hashes.

    ./dev network [--classic] [--folder DIR] [--fund ADDRESS]…     until Ctrl-C

--prepare only sees to the programs and the dataset, for the tests.
"""

import argparse
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ETHER = 10 ** 18
# Known to everybody: for networks that end with the afternoon.
OPERATOR = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"
OPERATOR_KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"

KINDS = {
    "geth": {"module": "geth", "program": "geth-1.10.26", "name": "Proof of work on this computer", "coin": "ETH", "chainId": 7661},
    "classic": {"module": "core-geth", "program": "core-geth-1.12.20", "name": "Classic on this computer", "coin": "ETC", "chainId": 7663},
}
ETCHASH_FROM = 10  # ECIP-1099 early, so that a short chain has both kinds of epochs

# What starts with the first block. geth: every fork up to London; its bomb delay is then EIP-3554's, as long as no glacier
# fork is named (consensus/ethash CalcDifficulty).
LONDON = {name: 0 for name in (
    "homesteadBlock", "eip150Block", "eip155Block", "eip158Block", "byzantiumBlock", "constantinopleBlock", "petersburgBlock",
    "istanbulBlock", "berlinBlock", "londonBlock")}
# core-geth: what Ethereum Classic has since Spiral, in core-geth's own keys. A configuration in geth's keys would leave it to
# inference whether the bomb is delayed or removed; `disposalBlock` (ECIP-1041) removes it, as on Mordor.
SPIRAL = {name: 0 for name in (
    "eip2FBlock", "eip7FBlock", "eip150Block", "eip155Block", "eip160Block", "eip161FBlock", "eip170FBlock", "eip100FBlock",
    "eip140FBlock", "eip198FBlock", "eip211FBlock", "eip212FBlock", "eip213FBlock", "eip214FBlock", "eip658FBlock",
    "eip145FBlock", "eip1014FBlock", "eip1052FBlock", "eip152FBlock", "eip1108FBlock", "eip1344FBlock", "eip1884FBlock",
    "eip2028FBlock", "eip2200FBlock", "eip2565FBlock", "eip2718FBlock", "eip2929FBlock", "eip2930FBlock", "eip3529FBlock",
    "eip3541FBlock", "eip3651FBlock", "eip3855FBlock", "eip3860FBlock", "eip6049FBlock", "disposalBlock", "ecip1017FBlock")}

# The same for whoever verifies the headers: format autochain-rules/1, see core/chain/chain_rules.h.
RULES = {
    "geth": {"source": "EIP-2, EIP-100, EIP-1559 and EIP-3554 from the first block on, as go-ethereum 1.10.26 has it with "
                       "londonBlock 0 and no glacier fork",
             "homestead": 0, "uncleAdjustment": 0, "bombDelays": [{"fromBlock": 0, "blocks": 9_700_000}],
             "baseFee": {"fromBlock": 0, "initial": 1_000_000_000, "elasticity": 2, "changeDenominator": 8}},
    "classic": {"source": "EIP-2, EIP-100 and ECIP-1041 from the first block on, ECIP-1099, as core-geth 1.12.20 has it with "
                          "disposalBlock 0",
                "homestead": 0, "uncleAdjustment": 0, "bombRemoval": 0, "etchash": ETCHASH_FROM},
}


def cache_folder():
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    folder = pathlib.Path(base) / "autochain"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def program(kind):
    """The node, built from its module where the cache has none. None: no Go here."""
    facts = KINDS[kind]
    out = cache_folder() / facts["program"]
    if out.exists():
        return out
    if subprocess.run(["sh", "-c", "command -v go"], stdout=subprocess.DEVNULL).returncode != 0:
        return None
    print(f"building {facts['program']}, a few minutes", file=sys.stderr, flush=True)
    building = out.with_suffix(f".{os.getpid()}")
    subprocess.run(["go", "build", "-ldflags=-checklinkname=0", "-o", str(building),
                    "github.com/ethereum/go-ethereum/cmd/geth"], cwd=HERE / facts["module"], check=True)
    building.rename(out)
    return out


def genesis(kind, funded):
    config = {"chainId": KINDS[kind]["chainId"], "ethash": {}}
    if kind == "geth":
        config |= LONDON
    else:
        config |= SPIRAL | {"networkId": config["chainId"], "ecip1099FBlock": ETCHASH_FROM, "ecip1017EraRounds": 2_000_000}
    return {"config": config, "difficulty": "0x20000", "gasLimit": hex(30_000_000), "extraData": "0x", "nonce": "0x42",
            "alloc": {address: {"balance": hex(1_000_000 * ETHER)} for address in funded}}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Node:
    def __init__(self, binary, folder, kind, number):
        self.binary, self.folder, self.kind, self.number = binary, folder / f"node{number}", kind, number
        self.port, self.peers, self.auth = free_port(), free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None

    def make(self, file):
        if not (self.folder / "geth").exists():
            subprocess.run([str(self.binary), "--datadir", str(self.folder), "init", str(file)], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def start(self, mines):
        command = [str(self.binary), "--datadir", str(self.folder), "--networkid", str(KINDS[self.kind]["chainId"]),
                   "--syncmode", "full", "--gcmode", "archive", "--nodiscover", "--nat", "none", "--netrestrict", "127.0.0.0/8",
                   "--port", str(self.peers), "--http", "--http.addr", "127.0.0.1", "--http.port", str(self.port),
                   "--http.api", "eth,net,web3,admin,debug", "--ipcdisable", "--verbosity", "3",
                   "--authrpc.addr", "127.0.0.1", "--authrpc.port", str(self.auth), "--ethash.cachedir", str(self.folder / "ethash")]
        if mines:
            command += ["--mine", "--miner.threads", "0", "--miner.noverify", "--miner.recommit", "1s", "--miner.etherbase", OPERATOR]
        with open(self.folder / "node.log", "ab") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)

    def ask(self, method, *params, timeout=10):
        body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": list(params)}).encode()
        request = urllib.request.Request(self.url, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            got = json.load(answer)
        if "error" in got:
            raise RuntimeError(f"{method}: {got['error']}")
        return got["result"]

    def wait(self, what, seconds, ready):
        """Until `ready` says so; fails with the end of the node's log."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            try:
                if ready():
                    return
            except (OSError, urllib.error.URLError, RuntimeError):
                pass
            time.sleep(0.5)
        raise RuntimeError(f"node {self.number}: {what}\n{(self.folder / 'node.log').read_text()[-2000:]}")

    def head(self):
        return int(self.ask("eth_blockNumber"), 16)

    def stop(self):
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Miner:
    """autochain-miner between a node's eth_getWork and eth_submitWork. At most one block in `pause` seconds: a block's time
    is a whole second later than its parent's, and a chain that runs ahead of the clock is refused."""

    def __init__(self, program, node, etchash_from, pause=1.0):
        self.node, self.etchash_from, self.pause = node, etchash_from, pause
        self.stopping = threading.Event()
        self.process = subprocess.Popen([str(program), str(cache_folder() / "datasets")], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, start_new_session=True)
        self.threads = [threading.Thread(target=part, daemon=True) for part in (self.hand_out, self.hand_in)]
        self.not_before, self.current = 0.0, None
        for thread in self.threads:
            thread.start()

    def epoch(self, block):
        etchash = block >= self.etchash_from
        index = block // (60_000 if etchash else 30_000)
        return index, 2 * index if etchash else index

    def hand_out(self):
        while not self.stopping.wait(0.1):
            if time.monotonic() < self.not_before:
                continue
            try:
                work = self.node.ask("eth_getWork")
                if work[0] != self.current:
                    self.current = work[0]
                    print(work[0], work[2], *self.epoch(int(work[3], 16)), file=self.process.stdin, flush=True)
            except (OSError, RuntimeError):
                continue  # no work yet, or the node has gone

    def hand_in(self):
        for line in self.process.stdout:
            seal_hash, nonce, mix = line.split()
            try:
                if self.node.ask("eth_submitWork", nonce, seal_hash, mix):
                    self.not_before = time.monotonic() + self.pause
            except (OSError, RuntimeError):
                continue

    def stop(self):
        self.stopping.set()
        self.process.kill()
        self.process.wait()


class Network:
    """Three nodes, connected, with a miner at the first. `miner`: the program autochain-miner."""

    def __init__(self, folder, miner, kind="geth", funded=()):
        self.folder, self.miner_program, self.kind = pathlib.Path(folder), miner, kind
        self.miner = None
        self.funded = [OPERATOR, *funded]
        self.nodes = []

    def start(self):
        binary = program(self.kind)
        if binary is None:
            raise FileNotFoundError("Go is not installed; the node cannot be built")
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / "genesis.json"
        if not file.exists():
            file.write_text(json.dumps(genesis(self.kind, self.funded), indent=2))
        self.nodes = [Node(binary, self.folder, self.kind, number) for number in (1, 2, 3)]
        for node in self.nodes:
            node.make(file)
            node.start(mines=node is self.nodes[0])
        for node in self.nodes:
            node.wait("does not answer", 60, lambda n=node: n.ask("web3_clientVersion"))
        self.connect()
        self.write_rules()
        self.miner = Miner(self.miner_program, self.nodes[0], RULES[self.kind].get("etchash", sys.maxsize))

    def write_rules(self):
        self.rules = self.folder / "rules.json"
        head = {"format": "autochain-rules/1", "name": KINDS[self.kind]["name"], "chainId": KINDS[self.kind]["chainId"],
                "genesisHash": self.nodes[0].ask("eth_getBlockByNumber", "0x0", False)["hash"]}
        self.rules.write_text(json.dumps(head | RULES[self.kind], indent=2))

    def headers(self, first, last, node=0):
        """Headers as RLP in hex, without 0x, as one of the nodes gives them."""
        method, number = ("debug_getHeaderRlp", int) if self.kind == "geth" else ("debug_getRawHeader", hex)
        return [self.nodes[node].ask(method, number(n))[2:] for n in range(first, last + 1)]

    def connect(self):
        enodes = [node.ask("admin_nodeInfo")["enode"].split("@")[0] + f"@127.0.0.1:{node.peers}" for node in self.nodes]
        for node in self.nodes:
            for enode in enodes:
                node.ask("admin_addPeer", enode)

    def first_block(self, seconds=900):
        first, ended = self.nodes[0], self.miner.process.poll
        first.wait("mines no block", seconds, lambda: ended() is not None or first.head() > 0)
        if ended() is not None:
            raise RuntimeError("the miner has ended")
        for node in self.nodes[1:]:
            node.wait("does not follow", 120, lambda n=node: n.head() > 0)

    def urls(self):
        return [node.url for node in self.nodes]

    def stop(self):
        if self.miner:
            self.miner.stop()
        for node in self.nodes:
            node.stop()


def deploy(cli, network, folder):
    """The suite's contracts, deployed by the operator with the suite's own program. Returns the network file."""
    out = folder / "network.json"
    if not out.exists():
        command = [str(cli), "--home", str(folder / "operator"), "--json", "--yes", "--passphrase-fd", "0"]
        secret_read, secret_write = os.pipe()
        os.write(secret_write, (OPERATOR_KEY + "\n").encode())
        os.close(secret_write)
        command += ["network", "deploy", "--rpc", network.urls()[0], "--from", OPERATOR, "--out", str(out), "--name",
                    KINDS[network.kind]["name"], "--coin", KINDS[network.kind]["coin"], "--confirmations", "2",
                    "--rules", str(network.rules), "--secret-fd", str(secret_read)]
        made = subprocess.run(command, input="a network that ends with the afternoon\n", text=True, capture_output=True,
                              pass_fds=[secret_read], timeout=1800)
        os.close(secret_read)
        if made.returncode != 0:
            out.unlink(missing_ok=True)
            raise RuntimeError(made.stdout + made.stderr)
    facts = json.loads(out.read_text())
    facts["nodes"] = network.urls()  # the ports are new ones every time
    out.write_text(json.dumps(facts, indent=2))
    return out


def prepare(miner):
    """Both nodes and the dataset of the first epoch: what takes minutes the first time."""
    for kind in KINDS:
        program(kind)
    command = [str(miner), str(cache_folder() / "datasets")]
    anything = "0x" + "ff" * 32
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        print(anything, anything, 0, 0, file=process.stdin, flush=True)
        if not process.stdout.readline():
            raise RuntimeError("the miner cannot have its dataset")
        process.stdin.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--classic", action="store_true")
    parser.add_argument("--folder")
    parser.add_argument("--cli")
    parser.add_argument("--prepare", action="store_true")
    parser.add_argument("--miner", required=True)
    parser.add_argument("--fund", action="append", default=[], metavar="ADDRESS")
    options = parser.parse_args()
    if options.prepare:
        prepare(options.miner)
        return 0
    kind = "classic" if options.classic else "geth"
    network = Network(options.folder or f"build/network-{kind}", options.miner, kind, options.fund)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        network.start()
        print("nodes: " + ", ".join(network.urls()), flush=True)
        network.first_block()
        print("deploying the contracts", flush=True)
        file = deploy(options.cli, network, network.folder)
        print(f"network file: {file}\naccount with coins: {OPERATOR}, key {OPERATOR_KEY}\nCtrl-C ends it", flush=True)
        signal.pause()
    except KeyboardInterrupt:
        pass
    finally:
        network.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
