# SPDX-License-Identifier: GPL-3.0-or-later
"""A vault opened by another implementation: docs/store-format.md in Python, over libargon2 and libcrypto, with its own
elliptic curve. Gives the secrets by name, so that a memory scan knows what to look for."""

import base64
import ctypes
import ctypes.util
import hashlib
import hmac
import json

P = 2**256 - 2**32 - 977
N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
G = (0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798,
     0x483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8)


def argon2id(passphrase, salt, memory, passes, lanes):
    lib = ctypes.CDLL("libargon2.so.1")
    out = ctypes.create_string_buffer(32)
    size = ctypes.c_size_t
    code = lib.argon2id_hash_raw(passes, memory, lanes, passphrase, size(len(passphrase)), salt, size(len(salt)), out, size(32))
    assert code == 0, code
    return out.raw


def gcm_open(key, cipher, extra):
    """AES-256-GCM; None where the tag does not fit."""
    lib = ctypes.CDLL(ctypes.util.find_library("crypto"))
    for name in ("EVP_CIPHER_CTX_new", "EVP_aes_256_gcm"):
        getattr(lib, name).restype = ctypes.c_void_p
    context = ctypes.c_void_p(lib.EVP_CIPHER_CTX_new())
    nonce, text, tag = (bytes.fromhex(cipher[k]) for k in ("nonce", "ciphertext", "tag"))
    out, size = ctypes.create_string_buffer(len(text) + 16), ctypes.c_int()
    lib.EVP_DecryptInit_ex(context, ctypes.c_void_p(lib.EVP_aes_256_gcm()), None, key, nonce)
    lib.EVP_DecryptUpdate(context, None, ctypes.byref(size), extra, len(extra))
    lib.EVP_DecryptUpdate(context, out, ctypes.byref(size), text, len(text))
    lib.EVP_CIPHER_CTX_ctrl(context, 0x11, len(tag), tag)
    good = lib.EVP_DecryptFinal_ex(context, ctypes.create_string_buffer(16), ctypes.byref(size))
    lib.EVP_CIPHER_CTX_free(context)
    return out.raw[: len(text)] if good == 1 else None


def hkdf(key, salt, info, size=32):
    pseudo = hmac.new(salt or bytes(32), key, hashlib.sha256).digest()
    out, block = b"", b""
    while len(out) < size:
        block = hmac.new(pseudo, block + info + bytes([len(out) // 32 + 1]), hashlib.sha256).digest()
        out += block
    return out[:size]


def add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0] and (a[1] + b[1]) % P == 0:
        return None
    m = (3 * a[0] * a[0] * pow(2 * a[1], -1, P) if a == b else (b[1] - a[1]) * pow(b[0] - a[0], -1, P)) % P
    x = (m * m - a[0] - b[0]) % P
    return x, (m * (a[0] - x) - a[1]) % P


def times(k, point=G):
    out = None
    while k:
        out = add(out, point) if k & 1 else out
        point, k = add(point, point), k >> 1
    return out


def account_key(seed, path="m/44'/60'/0'/0/0"):
    """BIP-32; hardened steps end in '."""
    node = hmac.new(b"Bitcoin seed", seed, hashlib.sha512).digest()
    key, chain = node[:32], node[32:]
    for name in path.split("/")[1:]:
        step = int(name.rstrip("'")) | (1 << 31 if name.endswith("'") else 0)
        if step >> 31:
            data = b"\0" + key
        else:
            x, y = times(int.from_bytes(key, "big"))
            data = bytes([2 + y % 2]) + x.to_bytes(32, "big")
        node = hmac.new(chain, data + step.to_bytes(4, "big"), hashlib.sha512).digest()
        key = ((int.from_bytes(node[:32], "big") + int.from_bytes(key, "big")) % N).to_bytes(32, "big")
        chain = node[32:]
    return key


def seed_of(words, extra=""):
    """BIP-39; `extra`: the words' own passphrase."""
    return hashlib.pbkdf2_hmac("sha512", words.encode(), b"mnemonic" + extra.encode(), 2048)


def entropy_of(words, wordlist):
    bits = "".join(f"{wordlist.index(w):011b}" for w in words.split())
    return int(bits[: len(bits) * 32 // 33], 2).to_bytes(len(bits) * 32 // 33 // 8, "big")


def open_vault(text, passphrase):
    """The keys of a vault by name; raises where the passphrase does not open it."""
    vault = json.loads(text)
    assert vault["format"] == "autochain-vault/3", vault["format"]
    head = f"autochain-vault/3|{vault['id']}|"
    slot = next(s for s in vault["slots"] if s["kind"] == "passphrase")
    kdf = slot["kdf"]
    wrapping = argon2id(passphrase.encode(), bytes.fromhex(kdf["salt"]), kdf["memoryKiB"], kdf["passes"], kdf["lanes"])
    bound = f"autochain-vault/2|{vault['id']}|passphrase|argon2id|19|{kdf['memoryKiB']}|{kdf['passes']}|{kdf['lanes']}|{kdf['salt']}"
    master = gcm_open(wrapping, slot["cipher"], bound.encode())
    assert master is not None, "the passphrase does not open the vault"
    salt = bytes.fromhex(vault["id"])
    keys = {"passphrase's key": wrapping, "master key": master,
            "seed key": hkdf(master, salt, b"autochain-vault/2 seed"),
            "database key": hkdf(master, salt, b"autochain-vault/2 database")}
    for number, secret in enumerate(vault["secrets"]):
        bound = head + secret["kind"] + "".join(
            f"|{a['address'][2:].lower()}:{a.get('path', '')}" for a in secret["accounts"])
        plain = gcm_open(keys["seed key"], secret["cipher"], bound.encode())
        assert plain is not None, f"secret {number} does not open"
        keys[f"{secret['kind']} {number}"] = plain
        if secret["kind"] == "seed":
            slot = next((s for s in vault["slots"] if s["kind"] == "words"), None)
            if slot and "words' key" not in keys:  # the first seed's
                keys["words' key"] = hkdf(plain, salt, b"autochain-vault/3 words")
                assert gcm_open(keys["words' key"], slot["cipher"], (head + "words").encode()) == master, "the words do not open it"
            keys["backup key"] = hkdf(plain, b"", b"autochain-backup-key/1")
            for account in secret["accounts"]:
                keys[f"private key {account['address']}"] = account_key(plain, account["path"])
    return keys


# -- looking for them -------------------------------------------------------------------------------------------------
def shapes(name, secret):
    """All the ways a secret may lie about: as it is, UTF-16, UTF-32, hex in both cases, base64; the texts in UTF-16 too."""
    raw = secret.encode() if isinstance(secret, str) else secret
    texts = {"hex": raw.hex(), "HEX": raw.hex().upper(), "base64": base64.b64encode(raw).decode().rstrip("="),
             "base64url": base64.urlsafe_b64encode(raw).decode().rstrip("=")}
    out = {"raw": raw}
    if isinstance(secret, str):
        out |= {"UTF-16": secret.encode("utf-16-le"), "UTF-32": secret.encode("utf-32-le")}
    for shape, text in texts.items():
        out[shape] = text.encode()
        out[shape + " in UTF-16"] = text.encode("utf-16-le")
    return {f"{name}, {shape}": value for shape, value in out.items()}


def needles(secrets):
    out = {}
    for name, secret in secrets.items():
        out |= shapes(name, secret)
    return out


def scan(pid, wanted):
    """Names of what is found in the readable memory of a process (root may read it), with where."""
    found = []
    with open(f"/proc/{pid}/maps", encoding="utf-8") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for line in maps:
            span, rights, *rest = line.split()
            if "r" not in rights or line.rstrip().endswith(("[vvar]", "[vsyscall]")):
                continue
            start, end = (int(x, 16) for x in span.split("-"))
            try:
                memory.seek(start)
                data = memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue
            for name, value in wanted.items():
                if value in data:
                    found.append(f"{name} in {rest[-1] if len(rest) > 3 else 'memory'} at {start + data.index(value):x}")
    return found


def scan_files(folder, wanted):
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            found += [f"{name} in {path}" for name, value in wanted.items() if value in data]
    return found
