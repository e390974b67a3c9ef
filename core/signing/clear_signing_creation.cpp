// SPDX-License-Identifier: GPL-3.0-or-later
// Putting a contract on the chain: only programs of the suite, known byte by byte.
#include "base/hex.h"
#include "contracts/bytecode.h"
#include "signing/clear_signing_scene.h"

#include <algorithm>

namespace autochain::signing
{

namespace
{

constexpr std::size_t kMaxConstructorBytes = 1024;

bool startsWith(const Bytes& data, const Bytes& code)
{
    return !code.empty() && data.size() >= code.size() && std::equal(code.begin(), code.end(), data.begin());
}

} // namespace

Result<Statement> decodeCreation(const Transaction& tx, const SigningContext& context, const SigningHints& hints)
{
    if (!tx.value.isZero()) {
        return refused("coins sent along with a call");
    }
    for (std::size_t i = 0; i < contracts::kContractCount; ++i) {
        const auto id = static_cast<contracts::ContractId>(i);
        const Bytes& code = contracts::creationCode(id);
        if (!startsWith(tx.data, code)) {
            continue;
        }
        const BytesView tail = BytesView(tx.data).subspan(code.size());
        if (tail.size() % 32 != 0 || tail.size() > kMaxConstructorBytes) {
            return cannotDecode("constructor");
        }
        Draft draft(Kind::DeployContract, context, hints);
        draft.fact(FactKind::ContractName, std::string(contracts::keyOf(id)));
        draft.fact(FactKind::ConstructorWords, toHex(tail));
        draft.warn(Warning::PublicForGood);
        return draft.take();
    }
    return cannotDecode("contract code");
}

} // namespace autochain::signing
