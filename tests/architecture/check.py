#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the house to its own plan: each core module's README says "May use: …"; what CMake links and what the sources
include must be in that list. Also rules no compiler checks: one direction only, no singletons, money never in double,
no literal colours or pixel sizes in pages, licence line in every file."""

import pathlib
import re
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
passed, failures = 0, []


def check(ok, text):
    global passed
    if ok:
        passed += 1
    else:
        failures.append(text)


def tracked(*patterns):
    out = subprocess.run(["git", "-C", str(root), "ls-files", "-co", "--exclude-standard", *patterns], capture_output=True, text=True)
    return [root / line for line in out.stdout.splitlines() if (root / line).exists()]


core = root / "core"
modules = sorted(p.name for p in core.iterdir() if (p / "CMakeLists.txt").exists())
may_use = {}
for module in modules:
    readme = core / module / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.exists() else ""
    match = re.search(r"^May use:\s*(.+)$", text, re.M)
    check(match is not None, f"core/{module}/README.md has no line “May use: …”")
    check("What goes here" in text, f"core/{module}/README.md does not say what goes here")
    names = [] if not match or match.group(1).strip() == "nothing" else [n.strip() for n in match.group(1).split(",")]
    may_use[module] = set(names)

for module in modules:
    cmake = (core / module / "CMakeLists.txt").read_text(encoding="utf-8")
    uses = re.search(r"\bUSES\s+([a-z0-9_\s]+?)(?:\s+[A-Z]{2,}|\s*\))", cmake)
    linked = set(uses.group(1).split()) if uses else set()
    linked |= set(re.findall(r"autochain::([a-z]+)", cmake)) - {module}
    for name in linked & set(modules):
        check(name in may_use[module], f"core/{module} links {name}, its README allows {sorted(may_use[module])}")
    for source in tracked(f"core/{module}/*.h", f"core/{module}/*.cpp"):
        for included in set(re.findall(r'#include "([a-z0-9]+)/', source.read_text(encoding="utf-8"))):
            if included in modules and included != module:
                check(included in may_use[module], f"{source.relative_to(root)} includes {included}/, not allowed by core/{module}/README.md")


def repeaters_in_layouts(text):
    """Lines with a Repeater whose parent arranges by Qt Quick Layouts; in Qt 6.4 a model that takes rows away crashes there."""
    parents, found = [], []
    for number, line in enumerate(text.splitlines(), 1):
        for match in re.finditer(r"(\w+:\s*)?([A-Z][\w.]*)\s*\{|(\{)|(\})", line.split("//")[0]):
            if match.group(2):
                if match.group(2) == "Repeater" and not match.group(1) and parents and parents[-1] in LAYOUTS:
                    found.append(number)
                parents.append(match.group(2))
            elif match.group(3):
                parents.append("")
            elif parents:
                parents.pop()
    return found


LAYOUTS = {"ColumnLayout", "RowLayout", "GridLayout", "Card", "Page", "Dialog"}
for source in tracked("qml/*.qml"):
    lines = [] if "gallery" in source.parts else repeaters_in_layouts(source.read_text(encoding="utf-8"))
    check(not lines, f"{source.relative_to(root)}: a Repeater in a layout at {lines}; use Rows or a positioner")


def reaches(start, goal, seen=()):
    return any(n == goal or (n not in seen and reaches(n, goal, (*seen, n))) for n in may_use.get(start, ()))


for module in modules:
    check(not reaches(module, module), f"core/{module} may use itself through others: a circle")

for source in tracked("core/*.h", "core/*.cpp", "app/*.h", "app/*.cpp", "resources/*.h", "resources/*.cpp"):
    text = source.read_text(encoding="utf-8")
    name = source.relative_to(root)
    check("SPDX-License-Identifier: GPL-3.0-or-later" in text[:200], f"{name} lacks the licence line")
    check(not re.search(r"\binstance\(\)", text.replace("QCoreApplication::instance()", "")), f"{name} uses a singleton instance()")
    check("setContextProperty" not in text, f"{name} uses setContextProperty")
    if name.parts[0] == "core" and name.parts[1] in ("wallet", "escrow", "market", "appraisal"):
        check(not re.search(r"\b(double|float)\b", re.sub(r"//.*", "", text)), f"{name}: floating point beside money")
    if name.parts[0] == "core":
        check(not re.search(r"\btr\(", text), f"{name}: core holds no user-visible text")
        check(not re.search(r'#include [<"](QQml|QQuick|QWidget|QGui)', text), f"{name}: core has no window")

for source in tracked("qml/*.qml"):
    text = source.read_text(encoding="utf-8")
    name = source.relative_to(root)
    check("SPDX-License-Identifier: GPL-3.0-or-later" in text[:200], f"{name} lacks the licence line")
    if name.parts[1] in ("Theme",) or "gallery" in name.parts:
        continue
    body = re.sub(r"//.*", "", text)
    check(not re.search(r'"#[0-9a-fA-F]{3,8}"', body), f"{name}: a literal colour; use a Theme token")
    check(not re.search(r"pixelSize:\s*\d", body), f"{name}: a literal text size; use a Theme token")

print("\n".join(failures))
print(f"{passed} passed, {len(failures)} failed")
sys.exit(1 if failures else 0)
