// SPDX-License-Identifier: GPL-3.0-or-later
// The cases of the npm package @ethersproject/testcases, and counting what came of them.
#pragma once

#include "vectors.h"

#include <map>

namespace autochain::test
{

// Whether a case agreed; `LeftOut` with the reason in `why`, `Different` with what differed.
struct Verdict {
    enum class Kind { Equal, Different, LeftOut };
    Kind kind = Kind::Equal;
    std::string why;
};

inline Verdict equal()
{
    return {};
}
inline Verdict different(std::string what)
{
    return {Verdict::Kind::Different, std::move(what)};
}
inline Verdict leftOut(std::string reason)
{
    return {Verdict::Kind::LeftOut, std::move(reason)};
}
inline Verdict equalIf(bool same, const char* what)
{
    return same ? equal() : different(what);
}

struct Tally {
    int compared = 0;
    int differing = 0;
    std::map<std::string, int> leftOut; // by reason
    std::vector<std::string> firstDifferences;
};

using Comparison = Verdict (*)(const QJsonObject& item);

// All cases of node_modules/@ethersproject/testcases/testcases/<file>.json.gz; empty when it cannot be read.
QJsonArray loadCases(const char* file);
Tally compareAll(const char* file, Comparison compare);

inline QJsonValue at(const QJsonObject& item, const char* key)
{
    return item.value(QString::fromUtf8(key));
}

// One function per kind of case.
Verdict compareAbiValues(const QJsonObject& item);        // contract-interface, contract-interface-abi2
Verdict compareSignature(const QJsonObject& item);        // contract-signatures
Verdict comparePacked(const QJsonObject& item);           // solidity-hashes
Verdict compareRlp(const QJsonObject& item);              // rlp-coder
Verdict compareTypedData(const QJsonObject& item);        // eip712
Verdict compareTransaction(const QJsonObject& item);      // transactions
Verdict compareTypedTransaction(const QJsonObject& item); // typed-transactions
Verdict compareAccount(const QJsonObject& item);          // accounts
Verdict compareHash(const QJsonObject& item);             // hashes
Verdict compareHdNode(const QJsonObject& item);           // hdnode
Verdict compareWallet(const QJsonObject& item);           // wallets

} // namespace autochain::test
