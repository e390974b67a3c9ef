# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables over all contracts: functions, custom errors, bytecode."""

from . import names
from .emit_types import LICENCE
from .keccak import keccak256


def _names(members):
    """Names of parameters, those of a struct in parentheses behind it: "terms(price,buyer),signature"."""
    out = []
    for m in members:
        inner = m.type
        while inner.element:
            inner = inner.element
        out.append(m.name + (f"({_names(inner.declared.members)})" if inner.kind == "struct" else ""))
    return ",".join(out)


def _types(members):
    return "(" + ",".join(m.type.canonical() for m in members) + ")"


def contract_ids(contracts):
    ids = ", ".join(names.pascal(c.name) for c in contracts)
    return f"""{LICENCE}#pragma once

#include <cstddef>

namespace autochain::contracts
{{
enum class ContractId {{ {ids} }};
inline constexpr std::size_t kContractCount = {len(contracts)};
}} // namespace autochain::contracts
"""


def tables(contracts):
    keys = ", ".join(f'"{names.camel(c.name)}"' for c in contracts)
    functions = "".join(
        f'    {{ContractId::{names.pascal(c.name)}, "{f.name}", "{f.signature}", "{_types(f.inputs)}", "{_names(f.inputs)}", '
        f'0x{f.selector}, {str(f.mutability == "payable").lower()}, {str(f.mutability in ("view", "pure")).lower()}}},\n'
        for c in contracts for f in c.functions)
    errors = {}
    for c in contracts:
        for e in c.errors:
            errors.setdefault(e.signature, e)
    rows = "".join(
        f'    {{"{e.name}", "{signature}", "{_types(e.inputs)}", "{_names(e.inputs)}", 0x{keccak256(signature.encode())[:4].hex()}}},\n'
        for signature, e in sorted(errors.items()))
    return f"""{LICENCE}#include "contracts/tables.h"

namespace autochain::contracts::detail
{{
const std::array<std::string_view, kContractCount> kContractKeys = {{{keys}}};

static const FunctionRow kFunctionRows[] = {{
{functions}}};

static const ErrorRow kErrorRows[] = {{
{rows}}};

std::span<const FunctionRow> functionRows()
{{
    return kFunctionRows;
}}

std::span<const ErrorRow> errorRows()
{{
    return kErrorRows;
}}
}} // namespace autochain::contracts::detail
"""


def bytecode(contracts):
    rows = "".join(f'    {{"{c.json["bytecode"][2:]}",\n     "{c.json["deployedBytecode"][2:]}"}},\n' for c in contracts)
    return f"""{LICENCE}#include "contracts/tables.h"

namespace autochain::contracts::detail
{{
static const BytecodeRow kBytecodeRows[] = {{
{rows}}};

std::span<const BytecodeRow> bytecodeRows()
{{
    return kBytecodeRows;
}}
}} // namespace autochain::contracts::detail
"""
