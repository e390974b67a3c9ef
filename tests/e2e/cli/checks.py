# SPDX-License-Identifier: GPL-3.0-or-later
"""One line per check and a closing count."""


class Checks:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def that(self, name, ok, detail=""):
        if ok:
            self.passed += 1
            print(f"ok    {name}", flush=True)
        else:
            self.failed += 1
            print(f"FAIL  {name}  {detail}", flush=True)
        return ok

    def equal(self, name, got, want):
        return self.that(name, got == want, f"got {got!r}, want {want!r}")

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0
