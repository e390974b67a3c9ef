// SPDX-License-Identifier: GPL-3.0-or-later
// Single words and values of a statement; statement_text.cpp and statement_sentence.cpp put them together.
#pragma once

#include "signing/statement.h"

#include <QString>

namespace autochain::signer::words
{

using signing::Asset;
using signing::FactKind;
using signing::Kind;
using signing::Party;
using signing::Role;
using signing::Statement;

template <typename T>
const T* factOf(const Statement& s, FactKind kind)
{
    for (const auto& fact : s.facts) {
        if (fact.kind == kind) {
            return std::get_if<T>(&fact.value);
        }
    }
    return nullptr;
}

QString tr(const char* text);
// English of a descriptor (core/signing/descriptors) in the reader's language, where there is a translation.
QString descriptorText(const std::string& text);
QString qs(std::string_view text);
QString mono(const QString& text);
QString shortAddress(const Address& address);
QString shortHash(const Hash32& hash);
QString contractName(const std::string& key);
// "Bob Keller", "Safe", "deal book", "unknown 0x1234…cdef"
QString fullName(const Party& party);
// In the sentence: "you", "Bob".
QString shortName(const Party& party);
QString titleText(const Statement& s);
QString carText(const Statement& s);
QString auc(const U256* amount);
QString partyFact(const Statement& s, FactKind kind);
QString dateText(std::uint64_t seconds);
QString durationText(std::uint64_t seconds);
QString moveText(const Statement& s, const signing::Move& move, const QString& coin);
QString movesText(const Statement& s, const QString& coin);
QString recordKindText(std::uint64_t kind);
QString recordKindsText(const U256& bits);
QString roleText(std::uint64_t role);

// What the signature does, in one sentence with the marks of statement_text.h and line breaks.
QString sentenceOf(const Statement& s, const QString& coin);

} // namespace autochain::signer::words
