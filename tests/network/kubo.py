#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Kubo node (0.34.1) on this computer that knows nobody: its RPC and its gateway on loopback. The program lies in the cache
folder, built from its module where there is Go. --prepare only sees to the program, for the tests."""

import os
import pathlib
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

from network import cache_folder, free_port

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = "kubo-0.34.1"


def program():
    """None: no Go here, and it was not built before."""
    out = cache_folder() / PROGRAM
    if out.exists():
        return out
    if subprocess.run(["sh", "-c", "command -v go"], stdout=subprocess.DEVNULL).returncode != 0:
        return None
    print(f"building {PROGRAM}, a few minutes", file=sys.stderr, flush=True)
    building = out.with_suffix(f".{os.getpid()}")
    subprocess.run(["go", "build", "-ldflags=-checklinkname=0", "-o", str(building), "github.com/ipfs/kubo/cmd/ipfs"],
                   cwd=HERE / "kubo", check=True)
    building.rename(out)
    return out


class Kubo:
    def __init__(self, binary, folder):
        self.binary, self.folder = str(binary), pathlib.Path(folder)
        self.env = os.environ | {"IPFS_PATH": str(self.folder)}
        self.rpc = f"http://127.0.0.1:{free_port()}"
        self.gateway = f"http://127.0.0.1:{free_port()}"
        self.process = None

    def ipfs(self, *arguments, data=None):
        done = subprocess.run([self.binary, *map(str, arguments)], env=self.env, input=data, capture_output=True, timeout=300)
        if done.returncode != 0:
            raise RuntimeError(f"ipfs {arguments}: {done.stderr.decode()}")
        return done.stdout

    def start(self):
        self.ipfs("init", "--profile=test")
        for key, url in (("API", self.rpc), ("Gateway", self.gateway)):
            self.ipfs("config", f"Addresses.{key}", "/ip4/127.0.0.1/tcp/" + url.rsplit(":", 1)[1])
        self.ipfs("config", "--json", "Gateway.NoFetch", "true")
        with open(self.folder / "daemon.log", "ab") as log:
            self.process = subprocess.Popen([self.binary, "daemon", "--offline"], env=self.env, stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log, start_new_session=True)
        end = time.monotonic() + 60
        while time.monotonic() < end and self.process.poll() is None:
            try:
                urllib.request.urlopen(urllib.request.Request(self.rpc + "/api/v0/version", method="POST"), timeout=5).close()
                return
            except (OSError, urllib.error.URLError):
                time.sleep(0.2)
        raise RuntimeError("Kubo does not answer\n" + (self.folder / "daemon.log").read_text()[-2000:])

    def stop(self):
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


if __name__ == "__main__":
    if sys.argv[1:] != ["--prepare"]:
        sys.exit("usage: kubo.py --prepare")
    program()
