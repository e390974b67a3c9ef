# SPDX-License-Identifier: GPL-3.0-or-later
"""A person: a home of their own and autochain-cli acting in it."""

import json
import os
import signal
import subprocess


class Reply:
    def __init__(self, code, out, err):
        self.code = code
        self.err = err
        try:
            self.json = json.loads(out) if out.strip() else {}
        except json.JSONDecodeError:
            self.json = {"unreadable": out}

    @property
    def error(self):
        return self.json.get("error", {}).get("code", "")

    def __str__(self):
        return f"exit {self.code} {self.json} {self.err[-600:]}"


class Person:
    def __init__(self, cli, home, network, passphrase="practice"):
        self.cli = cli
        self.home = str(home)
        self.network = network
        self.passphrase = passphrase
        self.address = ""

    def start(self, *arguments, passphrase=None, yes=True, network=None, secret=None):
        """The running process; the passphrase goes through a pipe, never by argument or environment."""
        reading, writing = os.pipe()
        os.write(writing, ((passphrase or self.passphrase) + "\n").encode())
        os.close(writing)
        descriptors = [reading]
        command = [self.cli, "--home", self.home, "--json", "--passphrase-fd", str(reading)]
        chosen = network if network is not None else self.network
        if chosen:
            command += ["--network", str(chosen)]
        if yes:
            command += ["--yes"]
        command += [str(a) for a in arguments]
        if secret is not None:
            secret_read, secret_write = os.pipe()
            os.write(secret_write, (secret + "\n").encode())
            os.close(secret_write)
            command += ["--secret-fd", str(secret_read)]
            descriptors.append(secret_read)
        # A session of its own: no terminal to ask on, and all of it can be killed.
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   text=True, pass_fds=descriptors, start_new_session=True)
        for descriptor in descriptors:
            os.close(descriptor)
        return process

    def run(self, *arguments, timeout=180, **options):
        process = self.start(*arguments, **options)
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            out, err = process.communicate()
            return Reply(-1, out, err + "\n(timed out)")
        return Reply(process.returncode, out, err)
