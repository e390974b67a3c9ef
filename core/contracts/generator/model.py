# SPDX-License-Identifier: GPL-3.0-or-later
"""What the compiler said, as C++ types: the ABI's and the storage layout's types share structs and enums."""

import re
from dataclasses import dataclass, field

from . import names


@dataclass
class Type:
    kind: str  # uint bool address fixedBytes bytes string enum struct array fixedArray
    size: int = 0  # bits of uint, bytes of fixedBytes, length of fixedArray
    element: "Type" = None
    declared: "Declared" = None  # of enum and struct

    def cpp(self):
        if self.kind == "uint":
            for bits in (8, 16, 32, 64):
                if self.size <= bits:
                    return f"std::uint{bits}_t"
            return "U256"
        if self.kind in ("enum", "struct"):
            return self.declared.qualified()
        if self.kind == "fixedBytes":
            return "Hash32" if self.size == 32 else f"std::array<std::uint8_t, {self.size}>"
        if self.kind == "array":
            return f"std::vector<{self.element.cpp()}>"
        if self.kind == "fixedArray":
            return f"std::array<{self.element.cpp()}, {self.size}>"
        return {"bool": "bool", "address": "Address", "bytes": "Bytes", "string": "std::string"}[self.kind]

    def parameter(self):
        plain = self.kind in ("bool", "enum") or (self.kind == "uint" and self.size <= 64)
        return self.cpp() if plain else f"const {self.cpp()}&"

    def is_value(self):
        """Fits one storage word."""
        return self.kind in ("uint", "bool", "address", "fixedBytes", "enum")

    def canonical(self):
        """As in a signature."""
        if self.kind == "uint":
            return f"uint{self.size}"
        if self.kind == "enum":
            return "uint8"
        if self.kind == "fixedBytes":
            return f"bytes{self.size}"
        if self.kind == "struct":
            return "(" + ",".join(m.type.canonical() for m in self.declared.members) + ")"
        if self.kind == "array":
            return self.element.canonical() + "[]"
        if self.kind == "fixedArray":
            return f"{self.element.canonical()}[{self.size}]"
        return self.kind

    def structs(self):
        """The structs and enums named in it, innermost first."""
        if self.element:
            yield from self.element.structs()
        if self.declared:
            for m in self.declared.members:
                yield from m.type.structs()
            yield self.declared


@dataclass
class Member:
    name: str
    type: Type


@dataclass
class Declared:
    """A struct or enum. `owner` is the contract whose namespace it is in."""
    label: str  # "IDealBook.Terms"
    name: str
    owner: str
    members: list = field(default_factory=list)  # struct
    values: list = field(default_factory=list)  # enum

    def qualified(self):
        return f"{names.camel(self.owner)}::{self.name}"


@dataclass
class Function:
    name: str
    signature: str
    selector: str
    inputs: list
    outputs: list
    mutability: str
    suffix: str = ""  # number of inputs where overloaded

    def pascal(self):
        return names.upper_first(self.name) + self.suffix


@dataclass
class Event:
    name: str
    signature: str
    inputs: list
    indexed: list


@dataclass
class Contract:
    name: str
    json: dict
    functions: list = field(default_factory=list)
    constructor: list = field(default_factory=list)  # parameters
    events: list = field(default_factory=list)
    errors: list = field(default_factory=list)
    declared: list = field(default_factory=list)  # structs and enums in this namespace, in order of use


class Suite:
    """All contracts and the types they share."""

    def __init__(self, artifacts, enums):
        self.enums = enums
        self.types = {}
        self.contracts = {a["contractName"]: Contract(a["contractName"], a) for a in artifacts}
        for contract in self.contracts.values():
            self._read_abi(contract)

    def _owner(self, scope, user):
        name = names.without_interface(scope)
        return name if name in self.contracts else user.name

    def _declare(self, label, user):
        """The Declared of `label` and whether it is new."""
        scope, _, bare = label.rpartition(".")
        owner = self._owner(scope, user)
        key = (owner, label)
        if key in self.types:
            return self.types[key], False
        declared = Declared(label, bare, owner)
        self.types[key] = declared
        return declared, True

    def enum(self, label, user):
        declared, new = self._declare(label, user)
        if new:
            declared.values = self.enums[label]
            self.contracts[declared.owner].declared.append(declared)
        return Type("enum", declared=declared)

    def struct(self, label, user, make_members):
        declared, new = self._declare(label, user)
        if new:
            declared.members = make_members()
            self.contracts[declared.owner].declared.append(declared)
        return Type("struct", declared=declared)

    def abi_type(self, entry, user):
        """`entry`: a parameter of the JSON ABI."""
        match = re.fullmatch(r"(.*)\[(\d*)\]", entry["type"])
        if match:
            inner = dict(entry, type=match[1], internalType=re.sub(r"\[\d*\]$", "", entry.get("internalType", match[1])))
            element = self.abi_type(inner, user)
            if element.kind == "uint" and element.size == 8:
                raise ValueError(f"{user.name}: arrays of uint8 look like bytes in C++")
            return Type("fixedArray", int(match[2]), element) if match[2] else Type("array", element=element)
        internal = entry.get("internalType", entry["type"])
        if entry["type"] == "tuple":
            make = lambda: [Member(names.safe(c["name"]), self.abi_type(c, user)) for c in entry["components"]]
            return self.struct(internal.removeprefix("struct "), user, make)
        if internal.startswith("enum "):
            return self.enum(internal.removeprefix("enum "), user)
        return self.elementary(entry["type"])

    @staticmethod
    def elementary(name):
        match = re.fullmatch(r"(uint|int|bytes)(\d+)", name)
        if match and match[1] == "uint":
            return Type("uint", int(match[2]))
        if match and match[1] == "bytes":
            return Type("fixedBytes", int(match[2]))
        if name in ("bool", "bytes", "string"):
            return Type(name)
        if name in ("address", "address payable"):
            return Type("address")
        raise ValueError(f"no C++ type for {name}")

    def _parameters(self, entries, user, unnamed):
        out = []
        for i, entry in enumerate(entries):
            out.append(Member(names.member(entry["name"]) if entry["name"].strip("_") else f"{unnamed}{i}",
                              self.abi_type(entry, user)))
        return out

    def _read_abi(self, contract):
        by_name = {}
        for entry in contract.json["abi"]:
            if entry["type"] not in ("function", "event", "error", "constructor"):
                continue
            inputs = self._parameters(entry["inputs"], contract, "arg")
            if entry["type"] == "constructor":
                contract.constructor = inputs
                continue
            signature = f"{entry['name']}({','.join(m.type.canonical() for m in inputs)})"
            if entry["type"] == "event":
                contract.events.append(Event(entry["name"], signature, inputs, [i["indexed"] for i in entry["inputs"]]))
            elif entry["type"] == "error":
                contract.errors.append(Event(entry["name"], signature, inputs, []))
            else:
                selector = contract.json["methodIdentifiers"][signature]
                outputs = self._parameters(entry["outputs"], contract, "value")
                function = Function(entry["name"], signature, selector, inputs, outputs, entry["stateMutability"])
                contract.functions.append(function)
                by_name.setdefault(entry["name"], []).append(function)
        for overloads in by_name.values():
            if len(overloads) == 1:
                continue
            counts = [len(f.inputs) for f in overloads]
            for i, function in enumerate(overloads):
                unique = counts.count(counts[i]) == 1
                function.suffix = str(counts[i]) if unique else f"{counts[i]}v{i}"
