#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another implementation of "autochain-private/1", from docs/private-sections.md and Python's cryptography alone. Prints the
section tst_private_sections.cpp compares with: peer.py > data/section.hex. Keccak-256 comes from the generator's own."""

import pathlib
import sys

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "core" / "contracts" / "generator"))
from keccak import keccak256  # noqa: E402


def key_of(name):
    return ec.derive_private_key(int.from_bytes(keccak256(name.encode()), "big"), ec.SECP256K1())


def point(key, form):
    return key.public_key().public_bytes(Encoding.X962, form)


def address_of(name):
    return keccak256(point(key_of(name), PublicFormat.UncompressedPoint)[1:])[12:]


def hkdf(secret, salt, info, size):
    return HKDF(hashes.SHA256(), size, salt or None, info).derive(secret)


def padded(name, media_type, content):
    plain = bytes([len(name)]) + name + bytes([len(media_type)]) + media_type + len(content).to_bytes(4, "big") + content
    size = 1024
    while size < len(plain):
        size *= 2
    return plain.ljust(min(size, 240 * 1024), b"\0")


def wrap(head, content_key, reader, by, until, ephemeral):
    reader33 = point(key_of(reader), PublicFormat.CompressedPoint)
    ephemeral33 = point(ephemeral, PublicFormat.CompressedPoint)
    agreed = ephemeral.exchange(ec.ECDH(), key_of(reader).public_key())
    secrets = hkdf(agreed, b"", b"autochain-private/1 wrap" + ephemeral33 + reader33, 44)
    bound = address_of(reader) + address_of(by) + until.to_bytes(8, "big") + ephemeral33
    sealed = AESGCM(secrets[:32]).encrypt(secrets[32:], content_key, b"autochain-private/1 wrap" + head + bound)
    return bound + sealed


def section():
    content_key, identity = keccak256(b"first"), keccak256(b"first")[:16]
    begin = keccak256(b"WVWZZZ1KZ6W612345") + address_of("shop") + bytes([4]) + identity
    secrets = hkdf(content_key, identity, b"autochain-private/1 section" + begin + bytes(32), 76)
    head = begin + secrets[44:]
    magic = b"autochain-private/1\n"
    plain = padded(b"invoice 2024-118.txt", b"text/plain", b"Timing belt and water pump, 1,240.50 EUR")
    sealed = AESGCM(secrets[:32]).encrypt(secrets[32:44], plain, magic + head)
    wrapped = wrap(head, content_key, "alice", "bob", 2000, key_of("ephemeral alicefirst"))
    return magic + head + bytes([1]) + wrapped + sealed


print(section().hex())
