# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of C++ things made from names of Solidity things."""

import re

_KEYWORDS = set("""alignas alignof and asm auto bool break case catch char class concept const consteval constexpr
constinit continue default delete do double else enum explicit export extern false final float for friend goto if import
inline int long module mutable namespace new noexcept not nullptr operator or override private protected public register
requires return short signed sizeof static struct switch template this throw true try typedef typeid typename union
unsigned using virtual void volatile wchar_t while xor""".split())


def safe(name):
    return name + "_" if name in _KEYWORDS else name


def upper_first(name):
    return name[:1].upper() + name[1:]


def pascal(contract):
    """AUC -> Auc, DealBook -> DealBook."""
    return contract.capitalize() if contract.isupper() else upper_first(contract)


def camel(contract):
    return contract.lower() if contract.isupper() else contract[:1].lower() + contract[1:]


def snake(contract):
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", camel(contract)).lower()


def member(name):
    """A variable's name without the underscores that mark it private or keep it from hiding a function."""
    return safe(name.strip("_"))


def without_interface(scope):
    """IDealBook -> DealBook; other names stay."""
    return scope[1:] if re.match(r"I[A-Z]", scope) else scope
