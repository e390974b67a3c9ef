#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents go to a real Kubo and come back, by its RPC and by its trustless gateway; the CIDs are the same on both sides; and
between us and that gateway stands one that lies, of which not a byte is ever taken."""

import argparse
import filecmp
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "cli"), str(HERE.parent.parent / "network")]

import lying_gateway as lies  # noqa: E402
from checks import Checks  # noqa: E402
from kubo import Kubo, program  # noqa: E402

SKIPPED = 77
PLAIN = ["--cid-version=1", "--raw-leaves"]
SIZES = [0, 1, 262_143, 262_144, 262_145, 174 * 262_144 + 1, 100_000_000]


def content(size, seed=b"autochain content"):
    return hashlib.shake_128(seed).digest(size)


class Story:
    def __init__(self, cli, kubo, folder):
        self.cli, self.kubo, self.folder = cli, kubo, folder
        self.checks, self.homes = Checks(), 0

    def run(self, *arguments, home=None):
        """Exit code and what it says, in a home that knows nothing yet."""
        self.homes += 1
        home = home or self.folder / f"home{self.homes}"
        done = subprocess.run([self.cli, "--home", str(home), "--json", "content", *map(str, arguments)], capture_output=True,
                              text=True, timeout=300)
        try:
            return done.returncode, json.loads(done.stdout)
        except ValueError:
            return done.returncode, {"stderr": done.stderr}

    def write(self, name, data):
        path = self.folder / name
        path.write_bytes(data)
        return path

    def ipfs_add(self, path, *more):
        return self.kubo.ipfs("add", "-Q", *PLAIN, *more, path).decode().strip()

    def same_cids(self):
        for size in SIZES:
            path = self.write("file", content(size))
            self.checks.equal(f"{size} bytes have Kubo's CID", self.run("cid", path)[1].get("cid"), self.ipfs_add(path))

    def files_to_kubo(self):
        for size in (0, 300_000, 50_000_000):
            path = self.write("ours", content(size, b"ours"))
            code, said = self.run("add", path, "--kubo", self.kubo.rpc)
            self.checks.equal(f"{size} bytes added", code, 0)
            self.checks.that("Kubo reads them", self.kubo.ipfs("cat", said["cid"]) == path.read_bytes())
            self.checks.that("and keeps them", said["cid"].encode() in self.kubo.ipfs("pin", "ls", "--type=recursive", said["cid"]))

    def make_tree(self):
        tree = self.folder / "tree"
        for name in ("service book", "Größe 文書/empty", "a/b/c/d"):
            (tree / name).mkdir(parents=True)
        (tree / "service book" / "page 1.jpg").write_bytes(content(700_000, b"page"))
        (tree / "a/b/c/d/deep").write_bytes(b"deep")
        (tree / "Größe 文書" / "é.txt").write_bytes(b"unicode")
        (tree / "empty").write_bytes(b"")
        return tree

    def folders(self):
        tree = self.make_tree()
        code, said = self.run("add", tree, "--kubo", self.kubo.rpc)
        self.checks.equal("a folder goes to Kubo block by block", code, 0)
        self.checks.equal("and has its CID", said.get("cid"), self.ipfs_add(tree, "-r"))
        self.kubo.ipfs("get", "-o", self.folder / "from-ipfs", said["cid"])
        self.checks.that("Kubo writes the same folder", self.same_tree(tree, self.folder / "from-ipfs"))
        for number, source in enumerate((["--kubo", self.kubo.rpc], ["--gateway", self.kubo.gateway])):
            out = self.folder / f"tree-back-{number}"
            code, got = self.run("get", said["cid"], "--out", out, *source)
            self.checks.that(f"and so do we, by {source[0]}", code == 0 and self.same_tree(tree, out), str(got))
        (tree / "link").symlink_to("/etc/passwd")
        cid = self.ipfs_add(tree, "-r")
        self.checks.equal("with a link in it too the CID is Kubo's", self.run("cid", tree)[1].get("cid"), cid)
        out = self.folder / "tree-with-link"
        code, got = self.run("get", cid, "--out", out, "--gateway", self.kubo.gateway)
        self.checks.equal("the link is told and left out", got.get("symlinksLeftOut"), ["/link -> /etc/passwd"])
        self.checks.that("nothing is there in its place", code == 0 and not os.path.lexists(out / "link"))

    def same_tree(self, left, right):
        compared = filecmp.dircmp(left, right)
        return not (compared.left_only or compared.right_only or compared.funny_files) and not filecmp.cmpfiles(
            left, right, compared.common_files, shallow=False)[1] and all(
            self.same_tree(left / name, right / name) for name in compared.common_dirs)

    def large_folder(self):
        many = self.folder / "many"
        many.mkdir()
        for number in range(960):
            (many / f"{number:0240}").write_bytes(b"%d" % number)
        cid = self.ipfs_add(many, "-r")
        kind = self.kubo.ipfs("files", "stat", "--format=<childs>", f"/ipfs/{cid}").decode()
        self.checks.that("Kubo spreads a large folder over a HAMT", int(kind) <= 256, kind)
        code, got = self.run("get", cid, "--out", self.folder / "many-back", "--gateway", self.kubo.gateway)
        self.checks.that("we read it", code == 0 and self.same_tree(many, self.folder / "many-back"), str(got))
        code, got = self.run("cid", many)
        self.checks.equal("and write the same one", got.get("cid"), cid)
        for length in (91, 92):  # 2,048 names: the last size without a HAMT but for one byte a name, and the first with one
            edge = self.folder / f"edge{length}"
            edge.mkdir()
            for number in range(2_048):
                (edge / f"{number:0{length}}").write_bytes(b"x")
            code, got = self.run("cid", edge)
            self.checks.equal(f"a folder of 2,048 names of {length} bytes is Kubo's", got.get("cid"), self.ipfs_add(edge, "-r"))

    def read_back(self):
        path = self.write("theirs", content(60_000_000, b"theirs"))
        for flags in ([], ["--trickle"], ["--chunker=rabin-65536-131072-262144"], ["--chunker=size-1000000"]):
            cid = self.ipfs_add(path, *flags)
            out = self.folder / "back"
            for source in (["--kubo", self.kubo.rpc], ["--gateway", self.kubo.gateway]):
                code, got = self.run("get", cid, "--out", out, *source)
                same = code == 0 and out.read_bytes() == path.read_bytes()
                self.checks.that(f"read by {source[0]}, added with {flags}", same, str(got))
                out.unlink(missing_ok=True)
        old = self.kubo.ipfs("add", "-Q", path).decode().strip()
        code, got = self.run("get", old, "--out", self.folder / "back", "--gateway", self.kubo.gateway)
        self.checks.that("and of version 0", old.startswith("Qm") and code == 0, str(got))
        home = self.folder / "kept"
        self.run("get", old, "--out", self.folder / "back", "--gateway", self.kubo.gateway, home=home)
        code, got = self.run("get", old, "--out", self.folder / "back", home=home)
        self.checks.that("what was verified is kept: read again without anybody", code == 0, str(got))
        code, got = self.run("get", "bafkreiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "--out", self.folder / "none", "--kubo",
                             self.kubo.rpc, "--gateway", self.kubo.gateway)
        self.checks.equal("what nobody has is not found", got.get("error", {}).get("code"), "NotFound")

    def liars(self):
        proxy = lies.LyingGateway(self.kubo.gateway)
        path = self.write("photo", content(900_000, b"photo"))
        cid = self.ipfs_add(path)
        other = self.ipfs_add(self.write("other", content(900_000, b"other")))
        request = urllib.request.Request(f"{self.kubo.gateway}/ipfs/{other}?format=car", headers={"Accept": "application/vnd.ipld.car"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            other_car = answer.read()
        out = self.folder / "photo-back"
        code, got = self.run("get", cid, "--out", out, "--gateway", proxy.url)
        self.checks.that("the proxy can tell the truth", code == 0 and out.read_bytes() == path.read_bytes(), str(got))
        self.checks.equal("one request for the whole file", len(proxy.requests), 1)
        for name, lie in (("alters its first block", lies.altered(0.0001)), ("alters a leaf", lies.altered(0.5)),
                          ("alters the last byte", lies.altered(0.999999)), ("cuts off", lies.truncated), ("never ends", lies.endless),
                          ("drips", lies.slow), ("gives another file", lies.instead(other_car)),
                          ("gives a page", lies.instead(b"<!doctype html>")), ("gives nothing", lies.instead(b""))):
            proxy.lie = lie
            out.unlink(missing_ok=True)
            code, got = self.run("get", cid, "--out", out, "--gateway", proxy.url, "--timeout", 2)
            self.checks.that(f"one that {name} is refused", code != 0 and "error" in got, str(got))
            self.checks.that("and no file is left", not out.exists() and not list(self.folder.glob("photo-back*")))
            code, got = self.run("get", cid, "--out", out, "--gateway", proxy.url, "--gateway", self.kubo.gateway, "--timeout", 2)
            self.checks.that("an honest one beside it is enough", code == 0 and out.read_bytes() == path.read_bytes(), str(got))
        proxy.stop()

    def window(self, program):
        """What the window's own stores do with a real node: tests/app/desktop/tst_contentstores.cpp."""
        environment = {**os.environ, "KUBO_RPC": self.kubo.rpc, "KUBO_GATEWAY": self.kubo.gateway, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run([program, "aRealNodeTakesAndGives"], env=environment, capture_output=True, text=True, timeout=300)
        self.checks.that("the window publishes to it and reads from it", done.returncode == 0 and "1 skipped" not in done.stdout,
                         done.stdout[-3000:])

    def tell(self, window):
        self.same_cids()
        self.files_to_kubo()
        self.folders()
        self.large_folder()
        self.read_back()
        self.liars()
        self.window(window)
        return self.checks.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", required=True)
    parser.add_argument("--window", required=True, help="tst_desktop_contentstores")
    options = parser.parse_args()
    binary = program()
    if binary is None:
        print("skipped: no Kubo, and no Go to build it")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        kubo = Kubo(binary, pathlib.Path(folder) / "kubo")
        try:
            kubo.start()
            return Story(options.cli, kubo, pathlib.Path(folder)).tell(options.window)
        finally:
            kubo.stop()


if __name__ == "__main__":
    sys.exit(main())
