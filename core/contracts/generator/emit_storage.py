# SPDX-License-Identifier: GPL-3.0-or-later
"""Storage readers, from the layout the compiler gives ("Layout of State Variables in Storage")."""

import re
from dataclasses import dataclass, replace

from . import names
from .model import Member, Suite


@dataclass
class Place:
    """Where a value is: a C++ expression of type Hash32, an expression of bytes to skip from the right, and the
    function parameters and statements that lead there."""
    name: str
    slot: str
    offset: str
    parameters: tuple = ()
    statements: tuple = ()

    def deeper(self, slot, parameter, offset="0"):
        """The slot found so far gets a name, so that the next step is one plain expression."""
        variable = f"slot{len(self.statements)}"
        return replace(self, slot=slot.format(variable), offset=offset, parameters=self.parameters + (parameter,),
                       statements=self.statements + (f"const Hash32 {variable} = {self.slot};",))


class StorageEmitter:
    def __init__(self, suite, contract):
        self.suite, self.contract = suite, contract
        layout = contract.json["storageLayout"]
        self.types = layout.get("types") or {}
        self.variables = layout["storage"]
        self.head, self.body, self.helpers, self.done = [], [], [], set()

    def value_type(self, type_id):
        """C++ type of a type that fits a word or is a struct; None for the rest."""
        entry = self.types[type_id]
        label = entry["label"]
        if label.startswith("contract ") or label == "address payable":
            return Suite.elementary("address")
        if label.startswith("enum "):
            return self.suite.enum(label.removeprefix("enum "), self.contract)
        if label.startswith("struct "):
            return self.suite.struct(label.removeprefix("struct "), self.contract, lambda: self._members(entry))
        if entry["encoding"] != "inplace" or "base" in entry:
            return None
        return Suite.elementary(label)

    def _members(self, entry):
        out = []
        for m in entry["members"]:
            if self.types[m["type"]]["encoding"] == "bytes":
                out.append(Member(names.member(m["label"]), Suite.elementary(self.types[m["type"]]["label"])))
            elif (type_ := self.value_type(m["type"])) is not None:
                out.append(Member(names.member(m["label"]), type_))
        return out

    def _function(self, place, returns, expression):
        name = f"{place.name}Reader"
        if name in self.done:
            raise ValueError(f"{self.contract.name}: two readers {name}")
        self.done.add(name)
        signature = f"{returns} {name}({', '.join(place.parameters)})"
        statements = "".join(f"    {s}\n" for s in place.statements)
        self.head.append(f"{signature};\n")
        self.body.append(f"\n{signature}\n{{\n{statements}    return {expression};\n}}\n")

    def _struct_words(self, type_id, base=0):
        """[(slot offset, byte offset, size, member path, C++ type)] of the value members."""
        words = []
        for m in self.types[type_id]["members"]:
            type_ = self.value_type(m["type"])
            path, slot = names.member(m["label"]), base + int(m["slot"])
            if type_ is None:
                continue
            if type_.kind == "struct":
                words += [(s, o, z, f"{path}.{p}", t) for s, o, z, p, t in self._struct_words(m["type"], slot)]
            else:
                words.append((slot, m["offset"], int(self.types[m["type"]]["numberOfBytes"]), path, type_))
        return words

    def _struct_reader(self, type_id, place):
        type_, words = self.value_type(type_id), self._struct_words(type_id)
        slots = sorted({w[0] for w in words})
        cpp = type_.cpp()
        helper = f"read{type_.declared.name}"
        if helper not in self.done:
            self.done.add(helper)
            lines = "".join(
                f"    v.{path} = detail::readPacked<{t.cpp()}>(words[{slots.index(slot)}], {offset}, {size});\n"
                for slot, offset, size, path, t in words)
            self.helpers.append(f"\n{cpp} {helper}(std::span<const U256> words)\n{{\n    {cpp} v;\n{lines}    return v;\n}}\n")
        if slots:
            offsets = ", ".join(str(s) for s in slots)
            self._function(place, f"StorageReader<{cpp}>", f"{{detail::slotsFrom({place.slot}, {{{offsets}}}), {helper}}}")
        for m in self.types[type_id]["members"]:
            if self.value_type(m["type"]) is None:
                inner = replace(place, name=place.name + names.upper_first(m["label"].lstrip("_")),
                                slot=f"slotPlus({place.slot}, {m['slot']})")
                self.read(m["type"], inner)

    def _array(self, entry, place):
        base = self.types[entry["base"]]
        size = int(base["numberOfBytes"])
        dynamic = entry["encoding"] == "dynamic_array"
        if dynamic:
            self._function(replace(place, name=place.name + "Length"), "StorageReader<std::uint64_t>",
                           f"detail::wordReader<std::uint64_t>({place.slot}, 0, 8)")
        start = "arrayDataSlot({})" if dynamic else "{}"
        index = "index2" if any(p.endswith(" index") for p in place.parameters) else "index"
        if size <= 16:
            per_slot = 32 // size
            step, offset = f"{index} / {per_slot}", f"static_cast<unsigned>({index} % {per_slot}) * {size}"
        else:
            slots = (size + 31) // 32
            step, offset = (index if slots == 1 else f"{index} * {slots}"), "0"
        self.read(entry["base"], place.deeper(f"slotPlus({start}, {step})", f"std::uint64_t {index}", offset))

    def read(self, type_id, place):
        entry = self.types[type_id]
        if entry["encoding"] == "mapping":
            key_type = self.types[entry["key"]]
            key = f"key{len(place.parameters) + 1}" if place.parameters else "key"
            if key_type["encoding"] == "bytes":
                self.read(entry["value"], place.deeper(f"detail::textKeySlot({key}, {{}})", f"std::string_view {key}"))
            else:
                cpp = self.value_type(entry["key"])
                self.read(entry["value"], place.deeper(f"mappingSlot(detail::keyWord({key}), {{}})", f"{cpp.parameter()} {key}"))
        elif entry["encoding"] == "bytes":
            self._function(place, "StringReader", f"StringReader{{{place.slot}}}")
        elif "base" in entry:
            self._array(entry, place)
        elif "members" in entry:
            self._struct_reader(type_id, place)
        else:
            cpp = self.value_type(type_id).cpp()
            size = entry["numberOfBytes"]
            self._function(place, f"StorageReader<{cpp}>", f"detail::wordReader<{cpp}>({place.slot}, {place.offset}, {size})")

    def run(self):
        labels = [v["label"].lstrip("_") for v in self.variables]
        for variable in self.variables:
            label = variable["label"].lstrip("_")
            if label in ("gap", ""):
                continue
            if labels.count(label) > 1:
                label = names.camel(variable["contract"].rpartition(":")[2]) + names.upper_first(label)
            self.read(variable["type"], Place(label, f"slotNumber({variable['slot']})", str(variable["offset"])))
        helpers = "".join(self.helpers)
        anonymous = f"\nnamespace\n{{\n{helpers}\n}} // namespace\n" if helpers else ""
        return "\n" + "".join(self.head), anonymous + "".join(self.body)
