#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""generate.py ARTIFACTS OUT: C++ of every contract from the JSON files of contracts/compile.mjs.

`generate.py --list NAME…` prints the file names it writes for these contracts, for the build's list of outputs.
Files whose text stays the same keep their time, so that nothing is compiled again."""

import json
import pathlib
import sys

from generator import emit_calls, emit_storage, emit_tables, emit_types, names
from generator.model import Suite

TABLES = ["contract_id.h", "tables.cpp", "bytecode.cpp"]


def files_of(contract):
    base = names.snake(contract)
    return [f"{base}_types.h", f"{base}.h", f"{base}.cpp"]


def contract_files(suite, contract):
    call_head, call_body, type_headers = emit_calls.emit(contract)
    storage_head, storage_body = emit_storage.StorageEmitter(suite, contract).run()
    namespace = f"autochain::contracts::{names.camel(contract.name)}"
    includes = "".join(f'#include "{h}"\n' for h in type_headers)
    header = f"""{emit_types.LICENCE}#pragma once

#include "contracts/call.h"
{includes}#include "contracts/storage_value.h"

namespace {namespace}
{{
{call_head}{storage_head}
}} // namespace {namespace}
"""
    source = f"""{emit_types.LICENCE}#include "contracts/generated/{names.snake(contract.name)}.h"

#include "contracts/abi_values.h"
#include "contracts/storage_words.h"

namespace {namespace}
{{
{emit_types.source(contract)}{call_body}{storage_body}
}} // namespace {namespace}
"""
    return header, source


def generate(artifacts):
    loaded = [json.loads(p.read_text()) for p in sorted(artifacts.glob("*.json")) if p.name != "enums.json"]
    suite = Suite(loaded, json.loads((artifacts / "enums.json").read_text()))
    contracts = list(suite.contracts.values())
    out = {"contract_id.h": emit_tables.contract_ids(contracts), "tables.cpp": emit_tables.tables(contracts),
           "bytecode.cpp": emit_tables.bytecode(contracts)}
    for emitted in [(c, *contract_files(suite, c)) for c in contracts]:  # first all: readers may find more types
        contract, header, _ = emitted
        types, main, source = files_of(contract.name)
        out[types], out[main] = emit_types.header(contract), header
        out[source] = contract_files(suite, contract)[1]
    return out


def write(out_dir, files):
    out_dir.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = out_dir / name
        if not path.exists() or path.read_text() != text:
            path.write_text(text)


def main(arguments):
    if arguments[:1] == ["--list"]:
        print(";".join(TABLES + [f for name in arguments[1:] for f in files_of(name)]), end="")
    elif len(arguments) == 2:
        write(pathlib.Path(arguments[1]), generate(pathlib.Path(arguments[0])))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
