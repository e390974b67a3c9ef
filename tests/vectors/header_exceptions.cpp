// SPDX-License-Identifier: GPL-3.0-or-later
#include "header_exceptions.h"

#include "check.h"

#include <algorithm>

namespace autochain::vectors
{
namespace
{

struct Reason {
    std::string_view part; // of the exception, in small letters and without anything between the words
    std::vector<const char*> rules;
};

// The first that fits decides.
const std::vector<Reason>& reasons()
{
    static const std::vector<Reason> kReasons{
        {"unclesoverparis", {"unclesHash"}},
        {"unclehashisnotempty", {"unclesHash"}},
        {"uncleshash", {"unclesHash"}},
        {"unclehash", {"unclesHash"}},
        {"uncle", {"uncles"}},
        {"blobgasusedabovelimit", {"blobGas"}},
        {"gasusedabovelimit", {"gasUsed"}},
        {"toomuchgasused", {"gasUsed"}},
        {"headerislegacy", {"forkFields", "rlp"}},
        {"legacyblockimportimpossible", {"forkFields", "rlp", "gasLimit"}},
        {"londonoverparis", {"forkFields", "rlp"}},
        {"basefee", {"baseFee", "forkFields"}},
        {"targetgas", {"gasLimit"}},
        {"gaslimit", {"gasLimit", "rlp"}},
        {"extradata", {"extraData", "daoExtraData"}},
        {"timestamp", {"timestamp"}},
        {"blocknumber", {"number"}},
        {"invalidnumber", {"number"}},
        {"difficulty", {"difficulty"}},
        {"unknownparent", {"parentHash"}},
        {"parenthash", {"parentHash"}},
        {"transactionsroot", {"transactionsRoot"}},
        {"withdrawalsroot", {"withdrawalsRoot"}},
        {"excessblobgas", {"blobGas", "forkFields"}},
        {"mixhash", {"mixHash"}},
        {"blocknonce", {"mixHash", "work"}},
        {"proofofwork", {"mixHash", "work"}},
        {"invalidseal", {"mixHash", "work"}},
        {"rlp", {"rlp"}},
    };
    return kReasons;
}

std::string onlyLetters(const std::string& text)
{
    std::string out = lowered(text);
    std::erase_if(out, [](char c) { return !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'); });
    return out;
}

} // namespace

std::string exceptionOf(const QJsonObject& block)
{
    for (auto entry = block.begin(); entry != block.end(); ++entry) {
        if (entry.key().startsWith(QLatin1String("expectException"))) {
            return str(entry.value());
        }
    }
    return "";
}

std::optional<std::vector<const char*>> headerRulesOf(const std::string& exception)
{
    // Of a transaction: the header may be in order.
    if (exception.starts_with("TransactionException") || exception.starts_with("TR_")) {
        return std::nullopt;
    }
    const std::string letters = onlyLetters(exception);
    const auto& all = reasons();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const Reason& reason) { return letters.find(reason.part) != std::string::npos; });
    return found == all.end() ? std::nullopt : std::optional(found->rules);
}

} // namespace autochain::vectors
