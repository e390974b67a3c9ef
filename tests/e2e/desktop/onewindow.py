# SPDX-License-Identifier: GPL-3.0-or-later
"""One window in which the practice people take turns."""

import time

FULL = {"Alice": "Alice Brandt", "Bob": "Bob Keller", "Martin": "Martin Sato"}


class OneWindow:
    def __init__(self, app, first):
        self.app = app
        self.current = first

    def person(self, name):
        """The window with `name` in it."""
        if self.current != name:
            self.app.press("Switch person…", timeout=20)
            self.app.press(FULL[name], contains=True, timeout=10, role="menu item")
            self.app.wait(f"You are {FULL[name]}", timeout=30)
            self.current = name
            time.sleep(0.5)
        return self.app
