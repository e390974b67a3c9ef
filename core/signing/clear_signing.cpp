// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/clear_signing.h"

#include "base/hex.h"
#include "contracts/generated/safe.h"
#include "signing/clear_signing_scene.h"
#include "signing/descriptor.h"

#include <algorithm>

namespace autochain::signing
{

namespace
{

// One coin: nothing the suite sends costs near that much.
const U256 kHighFeeWei(1'000'000'000'000'000'000ULL);

Result<U256> maxFee(const Transaction& tx)
{
    const U256& price = tx.type == TxType::DynamicFee ? tx.maxFeePerGas : tx.gasPrice;
    if (tx.type == TxType::DynamicFee && tx.maxPriorityFeePerGas > tx.maxFeePerGas) {
        return refused("tip above the highest price");
    }
    auto fee = checkedMul(U256(tx.gasLimit), price);
    if (!fee.ok()) {
        return refused("fee overflows");
    }
    return fee;
}

Result<> checkEnvelope(const Transaction& tx, const SigningContext& context)
{
    if (tx.chainId != context.network.chainId) {
        return refused("foreign chain id", std::to_string(tx.chainId));
    }
    if (!tx.accessList.empty()) {
        return refused("access list");
    }
    return {};
}

std::optional<std::string> keyOfContract(const NetworkFile& network, const Address& address)
{
    for (const auto& [key, contract] : network.contracts) {
        if (contract == address && !address.isZero()) {
            return key;
        }
    }
    return {};
}

Result<Statement> decodeCoins(const Transaction& tx, const SigningContext& context, const SigningHints& hints)
{
    if (*tx.to == context.self && tx.value.isZero()) {
        return Draft(Kind::TakeNumber, context, hints).take();
    }
    Draft draft(Kind::SendCoin, context, hints);
    AC_CHECK(draft.checkRecipient(*tx.to));
    if (const auto key = keyOfContract(context.network, *tx.to)) {
        return refused("recipient is a contract", *key);
    }
    draft.move(Asset::Coin, draft.party(context.self), draft.party(*tx.to), tx.value);
    draft.warn(Warning::CannotUndo);
    return draft.take();
}

Decoder decoderOf(contracts::ContractId id, const contracts::Selector& selector)
{
    using contracts::ContractId;
    switch (id) {
    case ContractId::Auc:
        return aucDecoder(selector);
    case ContractId::VehicleRegistry:
        return vehicleDecoder(selector);
    case ContractId::ListingBoard:
        return listingDecoder(selector);
    case ContractId::Participants:
        return participantsDecoder(selector);
    case ContractId::AppraisalDesk:
        return deskDecoder(selector);
    case ContractId::DealBook:
        return dealBookDecoder(selector);
    case ContractId::DealModule:
        return dealModuleDecoder(selector);
    case ContractId::SafeProxyFactory:
        return proxyFactoryDecoder(selector);
    case ContractId::SectionGrants:
        return sectionsDecoder(selector);
    default:
        return nullptr;
    }
}

contracts::Selector selectorOf(const Bytes& data)
{
    contracts::Selector selector{};
    std::copy_n(data.begin(), selector.size(), selector.begin());
    return selector;
}

// Every byte has a meaning: decoding is strict and encoding the values again gives the same bytes.
Result<> checkCanonical(const contracts::FunctionInfo& function, const Bytes& data)
{
    const BytesView arguments = BytesView(data).subspan(4);
    const auto values = abi::decode(function.inputs, arguments);
    if (!values.ok()) {
        return cannotDecode(function.signature, "arguments");
    }
    const auto again = abi::encode(function.inputs, *values);
    if (!again.ok() || !std::equal(again->begin(), again->end(), arguments.begin(), arguments.end())) {
        return cannotDecode(function.signature, "not in the one form its encoder writes");
    }
    return {};
}

// A Safe's transaction to the deals' module is a settlement, and decoded as such or not at all.
bool callsDealModule(const Scene& scene)
{
    const auto args = contracts::safe::decodeExecTransaction(scene.calldata);
    return args.ok() && args->to == scene.context.network.contract("dealModule") &&
           checkCanonical(
               *contracts::findFunction(contracts::ContractId::Safe, contracts::safe::kExecTransactionSelector),
               toBytes(scene.calldata))
               .ok();
}

// What nobody can read, for an expert who asked for it: whom it goes to, the coins that go along, the bytes. Never to
// a contract of the network: those are all known, so what is not understood there is wrong.
Result<Statement> describeUnknown(const Transaction& tx, const SigningContext& context, const SigningHints& hints)
{
    Draft draft(Kind::UnknownCall, context, hints);
    if (keyOfContract(context.network, *tx.to)) {
        return cannotDecode("call of a contract of this network");
    }
    AC_CHECK(draft.checkRecipient(*tx.to));
    if (!tx.value.isZero()) {
        draft.move(Asset::Coin, draft.party(context.self), draft.party(*tx.to), tx.value);
    }
    draft.statement().facts.push_back({FactKind::Labelled, draft.party(*tx.to), "Contract"});
    draft.fact(FactKind::Selector, toHex0x(BytesView(tx.data).first(std::min<std::size_t>(4, tx.data.size()))));
    draft.warn(Warning::UnknownCode);
    draft.warn(Warning::CannotUndo);
    return draft.take();
}

Result<Statement> decodeCall(const Transaction& tx, const SigningContext& context, const SigningHints& hints)
{
    if (tx.data.size() < 4) {
        return cannotDecode("calldata of " + std::to_string(tx.data.size()) + " bytes");
    }
    const auto selector = selectorOf(tx.data);
    const Scene scene{context, hints, *tx.to, tx.data};
    const auto key = keyOfContract(context.network, *tx.to);
    if (!tx.value.isZero()) {
        // What is understood takes none; an expert may send them to what is not.
        const auto known = describeCall(scene);
        const bool unread = !key && hints.expert && !known.ok() && known.error().is(SigningError::CannotDecode);
        return unread ? Result<Statement>(cannotDecode("contract " + toHex0x(*tx.to)))
                      : refused("coins sent along with a call");
    }
    if (!key) {
        const bool settles = selector == contracts::safe::kExecTransactionSelector && callsDealModule(scene);
        return settles ? decodeSafeExecution(scene) : describeCall(scene);
    }
    if (*key == "treasury") { // the foundation's Safe
        return describeCall(scene);
    }
    const auto id = contracts::contractIdOfKey(*key);
    const auto* function = id ? contracts::findFunction(*id, selector) : nullptr;
    const auto decoder = function ? decoderOf(*id, selector) : nullptr;
    if (!decoder) {
        return cannotDecode("call " + toHex0x(BytesView(selector)) + " of " + *key);
    }
    AC_CHECK(checkCanonical(*function, tx.data));
    return decoder(scene);
}

} // namespace

Result<Statement> decodeTransaction(const Transaction& tx, const SigningContext& context, const SigningHints& hints)
{
    AC_CHECK(checkEnvelope(tx, context));
    AC_TRY(const auto fee, maxFee(tx));
    auto statement = !tx.to            ? decodeCreation(tx, context, hints)
                     : tx.data.empty() ? decodeCoins(tx, context, hints)
                                       : decodeCall(tx, context, hints);
    if (!statement.ok() && hints.expert && tx.to && !tx.data.empty() &&
        statement.error().is(SigningError::CannotDecode)) {
        statement = describeUnknown(tx, context, hints);
    }
    if (!statement.ok()) {
        return statement;
    }
    statement->maxFeeWei = fee;
    if (tx.to) {
        statement->contract = tx.to;
    }
    statement->facts.push_back({FactKind::Nonce, tx.nonce});
    if (statement->kind != Kind::UnknownCall) {
        statement->checks.insert(statement->checks.begin(), {Check::PlainCall, Check::EveryByte});
    }
    if (fee >= kHighFeeWei) {
        statement->warnings.push_back({Warning::HighFee, {}, {}, {}});
    }
    return statement;
}

} // namespace autochain::signing
