#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_codes.py trouble_codes.csv OUT.h: the list as a sorted table the compiler puts into the program."""
import csv
import json
import sys

source, target = sys.argv[1:3]
with open(source, encoding="utf-8", newline="") as file:
    rows = sorted(list(csv.reader(file))[1:])
text = lambda value: json.dumps(" ".join(value.split()), ensure_ascii=False)
lines = [f"    {{{text(code)}, {text(maker)}, {text(meaning)}}}," for code, maker, meaning in rows]
with open(target, "w", encoding="utf-8") as out:
    out.write("// Generated from trouble_codes.csv.\n#pragma once\n\n#include <string_view>\n\nnamespace autochain::imports\n{\n\n"
              "struct TroubleCodeRow {\n    std::string_view code;\n    std::string_view maker; // whose code it is; empty: the standard's\n    std::string_view meaning;\n};\n\n"
              "inline constexpr TroubleCodeRow kTroubleCodes[] = {\n" + "\n".join(lines) + "\n};\n\n} // namespace autochain::imports\n")
