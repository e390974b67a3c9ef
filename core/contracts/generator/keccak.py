# SPDX-License-Identifier: GPL-3.0-or-later
"""Keccak-256 with the original padding (Yellow Paper); hashlib only has the FIPS-202 one."""

_MASK = (1 << 64) - 1
_RATE = 136


def _rotate(word, bits):
    bits %= 64
    return ((word << bits) | (word >> (64 - bits))) & _MASK


def _round_constants():
    """The 24 constants of iota, from the LFSR of the Keccak reference, section 1.2."""
    state, constants = 1, []
    for _ in range(24):
        constant = 0
        for j in range(7):
            if state & 1:
                constant |= 1 << ((1 << j) - 1)
            state = (state << 1) ^ (0x171 if state & 0x80 else 0)
        constants.append(constant)
    return constants


_CONSTANTS = _round_constants()


def _permute(lanes):
    for constant in _CONSTANTS:
        column = [lanes[x][0] ^ lanes[x][1] ^ lanes[x][2] ^ lanes[x][3] ^ lanes[x][4] for x in range(5)]
        for x in range(5):
            theta = column[(x - 1) % 5] ^ _rotate(column[(x + 1) % 5], 1)
            for y in range(5):
                lanes[x][y] ^= theta
        x, y, current = 1, 0, lanes[1][0]
        for t in range(24):
            x, y = y, (2 * x + 3 * y) % 5
            current, lanes[x][y] = lanes[x][y], _rotate(current, (t + 1) * (t + 2) // 2)
        for row in range(5):
            old = [lanes[column_index][row] for column_index in range(5)]
            for column_index in range(5):
                lanes[column_index][row] = old[column_index] ^ (~old[(column_index + 1) % 5] & old[(column_index + 2) % 5] & _MASK)
        lanes[0][0] ^= constant


def keccak256(data):
    padded = bytearray(data) + b"\x01"
    padded += bytes(-len(padded) % _RATE)
    padded[-1] |= 0x80
    lanes = [[0] * 5 for _ in range(5)]
    for start in range(0, len(padded), _RATE):
        for i in range(_RATE // 8):
            lanes[i % 5][i // 5] ^= int.from_bytes(padded[start + 8 * i:start + 8 * i + 8], "little")
        _permute(lanes)
    return b"".join(lanes[i % 5][i // 5].to_bytes(8, "little") for i in range(4))


# The generator must not run on a broken hash: the known value of the empty string.
assert keccak256(b"").hex() == "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
