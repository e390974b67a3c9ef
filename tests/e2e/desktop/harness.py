# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives real AutoChain windows the way an assistive technology does: finds controls by role and name over AT-SPI,
presses them, and types with real key events. What a screen reader cannot reach cannot be tested here either."""

import os
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.set_timeout(10_000, 20_000)  # ms; a busy machine may let a window wait longer than the 0.8 s it has by itself

DEFAULT_WAIT_S = 30.0


class NotFound(Exception):
    pass


def _safe(call, default=None):
    try:
        return call()
    except GLib.Error:
        return default


def walk(node, depth=0, limit=6000):
    """Every showing accessible below `node`, depth first."""
    stack, seen = [node], 0
    while stack and seen < limit:
        item = stack.pop()
        seen += 1
        yield item
        count = _safe(item.get_child_count, 0) or 0
        for i in range(count - 1, -1, -1):
            child = _safe(lambda i=i: item.get_child_at_index(i))
            if child is not None:
                stack.append(child)


def is_showing(node):
    # VISIBLE without SHOWING: scrolled out of sight, which a screen reader still reads and presses.
    states = _safe(node.get_state_set)
    return states is not None and (states.contains(Atspi.StateType.SHOWING) or states.contains(Atspi.StateType.VISIBLE))


def is_enabled(node):
    """A control that is off keeps its place for screen readers and says why in its description."""
    states = _safe(node.get_state_set)
    off = (_safe(node.get_description, "") or "").startswith("Not available")
    return states is not None and states.contains(Atspi.StateType.ENABLED) and not off


class App:
    """One running process with windows."""

    def __init__(self, pid, label):
        self.pid = pid
        self.label = label
        self.process = None

    # -- finding ---------------------------------------------------------------------------------------------------
    def _roots(self):
        desktop = Atspi.get_desktop(0)
        for i in range(_safe(desktop.get_child_count, 0) or 0):
            app = _safe(lambda i=i: desktop.get_child_at_index(i))
            if app is not None and _safe(app.get_process_id) == self.pid:
                yield app

    def nodes(self):
        for root in self._roots():
            yield from walk(root)

    def find(self, name, role=None, contains=False, enabled=False):
        """The control on screen; else one that is scrolled out of sight, which a screen reader may still use."""
        hidden = None
        for node in self.nodes():
            text = _safe(node.get_name, "") or ""
            if (name in text) if contains else (text == name):
                if role and _safe(node.get_role_name) != role:
                    continue
                if enabled and not is_enabled(node):
                    continue
                if is_showing(node):
                    return node
                if hidden is None and _safe(node.get_role_name) in ("push button", "check box", "text", "table row"):
                    hidden = node
        return hidden

    def wait(self, name, role=None, contains=False, enabled=False, timeout=DEFAULT_WAIT_S):
        end = time.monotonic() + timeout
        while True:
            node = self.find(name, role, contains, enabled)
            if node is not None:
                return node
            if self.process is not None and self.process.poll() is not None:
                raise NotFound(f"{self.label}: the process ended (exit {self.process.returncode}) while waiting for “{name}”")
            if time.monotonic() > end:
                raise NotFound(f"{self.label}: no “{name}”{' (' + role + ')' if role else ''} after {timeout:.0f} s; "
                               f"on screen: {', '.join(self.names()[:120])}")
            time.sleep(0.1)

    def wait_gone(self, name, timeout=DEFAULT_WAIT_S, contains=False):
        end = time.monotonic() + timeout
        while self.find(name, contains=contains) is not None:
            if time.monotonic() > end:
                raise NotFound(f"{self.label}: “{name}” is still there after {timeout:.0f} s")
            time.sleep(0.1)

    def names(self):
        out = []
        for node in self.nodes():
            name = _safe(node.get_name, "") or ""
            if name and is_showing(node):
                out.append(f"{_safe(node.get_role_name)}:{name}")
        return out

    def text(self):
        """All words on screen, for checks such as “the page says 190,000”."""
        return "\n".join(n.split(":", 1)[1] for n in self.names())

    # -- acting ----------------------------------------------------------------------------------------------------
    def act(self, node, wanted=("Press", "Toggle", "SetFocus")):
        actions = [_safe(lambda i=i: node.get_action_name(i), "") for i in range(_safe(node.get_n_actions, 0) or 0)]
        for name in wanted:
            if name in actions:
                return node.do_action(actions.index(name))
        raise NotFound(f"{self.label}: “{node.get_name()}” offers {actions}, not {wanted}")

    def press(self, name, role=None, contains=False, timeout=DEFAULT_WAIT_S):
        node = self.wait(name, role, contains, enabled=True, timeout=timeout)
        self.act(node, ("Press", "Toggle"))
        return node

    def focus_window(self):
        windows = self.windows()
        if not windows:
            raise NotFound(f"{self.label}: no window on the display")
        subprocess.run(["xdotool", "windowraise", windows[-1]], check=True)
        subprocess.run(["xdotool", "windowfocus", "--sync", windows[-1]], check=True, timeout=20)
        time.sleep(0.1)

    def windows(self):
        out = subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.pid), "--name", ".+"],
                             capture_output=True, text=True)
        return out.stdout.split()

    def type_into(self, name, text, role=None, timeout=DEFAULT_WAIT_S):
        """Focuses the field by its name and types over what is in it, with real key events."""
        node = self.wait(name, role or "text", enabled=True, timeout=timeout)
        self.focus_window()
        self.act(node, ("SetFocus",))
        time.sleep(0.1)
        subprocess.run(["xdotool", "key", "--clearmodifiers", "ctrl+a", "Delete"], check=True)
        for i, line in enumerate(text.split("\n")):
            if i > 0:  # xdotool types a line feed, which is no key
                subprocess.run(["xdotool", "key", "--clearmodifiers", "Return"], check=True)
            subprocess.run(["xdotool", "type", "--delay", "4", "--clearmodifiers", line], check=True)
        time.sleep(0.15)

    def field_text(self, name):
        node = self.wait(name, role="text")
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def key(self, combination):
        self.focus_window()
        subprocess.run(["xdotool", "key", "--clearmodifiers", combination], check=True)

    def shot(self, path):
        """A picture of the window as it is on the display."""
        windows = self.windows()
        if not windows:
            raise NotFound(f"{self.label}: no window to take a picture of")
        subprocess.run(["xdotool", "windowraise", windows[-1]], check=True)
        time.sleep(0.35)
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        subprocess.run(["import", "-window", windows[-1], path], check=True)

    # -- the signer of this suite ----------------------------------------------------------------------------------
    def signer(self, timeout=DEFAULT_WAIT_S):
        """The running autochain-signer this process started, once it shows a window."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            for pid in children(self.pid):
                if command_name(pid).startswith("autochain-signe"):
                    app = App(pid, f"{self.label}'s signer")
                    if app.windows():
                        return app
            time.sleep(0.1)
        raise NotFound(f"{self.label}: the signer shows no window after {timeout:.0f} s")

    def sign(self, shot=None, timeout=DEFAULT_WAIT_S):
        """Approves what the signer asks, by the path made for people who cannot hold a button.
        Returns the words the signer showed."""
        signer = self.signer(timeout)
        signer.wait("Hold to sign", timeout=timeout)
        words = signer.text()
        digest = next((w for w in words.splitlines() if w.startswith("hash 0x")), "Hold to sign")
        if shot:
            signer.shot(shot)
        signer.press("Hold to sign")
        field = signer.wait("to sign", role="text", contains=True, timeout=10)
        phrase = field.get_name().removesuffix(" to sign").split(" ")[-1].strip("“”\" ")
        signer.type_into(field.get_name(), phrase)
        signer.press("Sign")
        end = time.monotonic() + timeout
        while signer.find(digest) is not None:  # the next question has another hash
            if time.monotonic() > end:
                raise NotFound(f"{signer.label}: still asks after signing; on screen: {signer.names()}")
            time.sleep(0.1)
        return words

    def give_passphrase(self, text, button="Unlock"):
        """Types it where this suite's signer asks for one that exists."""
        signer = self.signer(60)
        signer.wait(button, role="push button", enabled=True, timeout=30)
        signer.type_into("Passphrase", text, role="password text")
        signer.press(button, role="push button")

    def choose_passphrase(self, text):
        """Types a new one, twice."""
        signer = self.signer()
        signer.wait("A passphrase for this computer", timeout=60)
        signer.type_into("Passphrase", text, role="password text")
        signer.type_into("The same again", text, role="password text")
        signer.press("Go on")

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def quit(self, timeout=10):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.kill()


def children(pid):
    out = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout.split()
    return [int(p) for p in out]


def command_name(pid):
    try:
        with open(f"/proc/{pid}/comm", encoding="utf-8") as f:
            return f.read().strip()
    except OSError:
        return ""


def launch(binary, args, label, log_path=None):
    log = open(log_path, "ab") if log_path else subprocess.DEVNULL
    process = subprocess.Popen([binary, *args], stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    app = App(process.pid, label)
    app.process = process
    return app
