# SPDX-License-Identifier: GPL-3.0-or-later
"""Call encoders, decoders of calldata and return data, events."""

from . import names
from .keccak import keccak256


def _bytes_literal(hexadecimal):
    return ", ".join(f"0x{hexadecimal[i:i + 2]}" for i in range(0, len(hexadecimal), 2))


def _tuple(members):
    return "(" + ",".join(m.type.canonical() for m in members) + ")"


def _struct(name, members):
    fields = "".join(f"    {m.type.cpp()} {m.name}{{}};\n" for m in members)
    return f"struct {name} {{\n{fields}    bool operator==(const {name}&) const = default;\n}};\n"


def _decode_body(result, members, decode, prefix="out."):
    targets = ", ".join(prefix + m.name for m in members)
    return f"    {result} out{{}};\n    AC_CHECK({decode}, {targets}));\n    return out;\n"


def _encoder(function):
    parameters = ["const Address& contract"] + [f"{m.type.parameter()} {m.name}" for m in function.inputs]
    payable = function.mutability == "payable"
    coins = "coins" if any(m.name == "value" for m in function.inputs) else "value"
    declared = parameters + ([f"const U256& {coins} = {{}}"] if payable else [])
    defined = parameters + ([f"const U256& {coins}"] if payable else [])
    name, values = names.safe(function.name), ", ".join(f"detail::toValue({m.name})" for m in function.inputs)
    call = f'detail::makeCall(contract, {coins if payable else "U256()"}, k{function.pascal()}Selector, type, {{{values}}})'
    return f"Call {name}({', '.join(declared)});\n", f"""
Call {name}({', '.join(defined)})
{{
    static const abi::Type type = detail::typeOf("{_tuple(function.inputs)}");
    return {call};
}}
"""


def _arguments(function):
    """Nobody sends a transaction to a view function, so there is nothing to decode."""
    if not function.inputs or function.mutability in ("view", "pure"):
        return "", ""
    name = function.pascal()
    body = _decode_body(f"{name}Args", function.inputs, f"detail::decodeCall(k{name}Selector, type, calldata")
    head = _struct(f"{name}Args", function.inputs) + f"Result<{name}Args> decode{name}(BytesView calldata);\n"
    return head, f"""
Result<{name}Args> decode{name}(BytesView calldata)
{{
    static const abi::Type type = detail::typeOf("{_tuple(function.inputs)}");
{body}}}
"""


def _returned(function):
    if not function.outputs:
        return "", ""
    name, single = function.pascal(), len(function.outputs) == 1
    result = function.outputs[0].type.cpp() if single else f"{name}Result"
    head = "" if single else _struct(result, function.outputs)
    targets = "out" if single else ", ".join(f"out.{m.name}" for m in function.outputs)
    return head + f"Result<{result}> decode{name}Result(BytesView returnData);\n", f"""
Result<{result}> decode{name}Result(BytesView returnData)
{{
    static const abi::Type type = detail::typeOf("{_tuple(function.outputs)}");
    {result} out{{}};
    AC_CHECK(detail::decodeInto(type, returnData, {targets}));
    return out;
}}
"""


def _creation(contract):
    parameters = ", ".join(f"{m.type.parameter()} {m.name}" for m in contract.constructor)
    values = ", ".join(f"detail::toValue({m.name})" for m in contract.constructor)
    return f"// The transaction that creates one.\nCall create({parameters});\n", f"""
Call create({parameters})
{{
    static const abi::Type type = detail::typeOf("{_tuple(contract.constructor)}");
    return detail::makeCreation(ContractId::{names.pascal(contract.name)}, type, {{{values}}});
}}
"""


def _function(function):
    selector = f"inline constexpr std::array<std::uint8_t, 4> k{function.pascal()}Selector = {{{_bytes_literal(function.selector)}}};\n"
    parts = [_encoder(function), _arguments(function), _returned(function)]
    head = f"// {function.signature} {function.mutability}\n" + selector + "".join(p[0] for p in parts)
    return head, "".join(p[1] for p in parts)


def _indexed_type(member):
    """Indexed values longer than a word are there as their hash only."""
    return member.type.cpp() if member.type.is_value() else "Hash32"


def _event(event):
    topic = keccak256(event.signature.encode()).hex()
    name = f"{event.name}Event"
    fields = "".join(f"    {_indexed_type(m) if i else m.type.cpp()} {m.name}{{}};\n" for m, i in zip(event.inputs, event.indexed))
    plain = [m for m, indexed in zip(event.inputs, event.indexed) if not indexed]
    topics = "".join(f", out.{m.name}" for m, indexed in zip(event.inputs, event.indexed) if indexed)
    data = "".join(f", out.{m.name}" for m in plain)
    head = f"""// event {event.signature}
inline constexpr Hash32 k{event.name}Topic = {{{{{_bytes_literal(topic)}}}}};
struct {name} {{
{fields}    bool operator==(const {name}&) const = default;
}};
Result<{name}> decode{name}(const Log& log);
"""
    return head, f"""
Result<{name}> decode{name}(const Log& log)
{{
    static const abi::Type type = detail::typeOf("{_tuple(plain)}");
    {name} out{{}};
    AC_CHECK(detail::readTopics(log, k{event.name}Topic{topics}));
    AC_CHECK(detail::readLogData(type, log{data}));
    return out;
}}
"""


def _owners(contract):
    members = contract.constructor + [m for f in contract.functions for m in f.inputs + f.outputs] + [m for e in contract.events for m in e.inputs]
    return sorted({d.owner for m in members for d in m.type.structs()} | {contract.name})


def emit(contract):
    """(header text, source text, headers of types it needs)."""
    parts = [_creation(contract)] + [_function(f) for f in contract.functions] + [_event(e) for e in contract.events]
    return "\n".join(p[0] for p in parts), "".join(p[1] for p in parts), [
        f"contracts/generated/{names.snake(o)}_types.h" for o in _owners(contract)]
