// SPDX-License-Identifier: GPL-3.0-or-later
#include "escrow/deal_calls.h"

#include "contracts/generated/appraisal_desk.h"
#include "contracts/generated/auc.h"
#include "contracts/generated/deal_book.h"
#include "contracts/generated/deal_module.h"
#include "contracts/generated/safe.h"
#include "contracts/generated/vehicle_registry.h"
#include "escrow/convert.h"
#include "escrow/safe_tx.h"

namespace autochain::escrow
{
namespace
{
// What the receiving hooks take: abi.encode(dealId).
Bytes dealIdData(const Hash32& dealId)
{
    return toBytes(dealId.view());
}
} // namespace

SigningHints hintsOf(const Terms& terms, const std::string& vin)
{
    SigningHints hints;
    if (!vin.empty()) {
        hints.vins.push_back(vin);
    }
    hints.terms.push_back(encodeTerms(terms));
    return hints;
}

Call offerCall(const NetworkFile& network, const Terms& terms, const Bytes& buyerSignature)
{
    return contracts::dealBook::offer(network.contract("dealBook"), toContract(terms), buyerSignature);
}

Call withdrawOfferCall(const NetworkFile& network, const Hash32& dealId)
{
    return contracts::dealBook::withdrawOffer(network.contract("dealBook"), dealId);
}

Call acceptCall(const NetworkFile& network, const Hash32& dealId, const Bytes& sellerSignature)
{
    return contracts::dealBook::accept(network.contract("dealBook"), dealId, sellerSignature);
}

Call takeSeatCall(const NetworkFile& network, const Hash32& dealId)
{
    return contracts::appraisalDesk::acceptSeat(network.contract("appraisalDesk"), dealId);
}

Call fundCall(const NetworkFile& network, const Hash32& dealId, const Terms& terms)
{
    return contracts::auc::transferAndCall(network.contract("auc"), network.contract("dealBook"), terms.due(),
                                           dealIdData(dealId));
}

Call depositCall(const NetworkFile& network, const Hash32& dealId, const Terms& terms)
{
    return contracts::vehicleRegistry::safeTransferFrom(
        network.contract("vehicleRegistry"), terms.seller, network.contract("dealBook"),
        U256::fromBigEndian(terms.vehicleId.view()), dealIdData(dealId));
}

Call coSignCall(const NetworkFile& network, const Hash32& dealId, const CoSignature& signature)
{
    return contracts::dealBook::coSign(network.contract("dealBook"), dealId, U256(signature.safeNonce),
                                       toContract(signature.settlement), signature.signature, signature.reasons);
}

Call executeCall(const DealView& deal, const Settlement& settlement, const Bytes& signatures)
{
    const SafeTx tx = safeTxOf(deal, settlement);
    return contracts::safe::execTransaction(tx.safe, tx.to, {}, tx.data, contracts::safe::Operation::Call, {}, {}, {},
                                            {}, {}, signatures);
}

Call openDisputeCall(const NetworkFile& network, const Hash32& dealId)
{
    return contracts::dealModule::openDispute(network.contract("dealModule"), dealId);
}

Call cancelUnfundedCall(const NetworkFile& network, const Hash32& dealId)
{
    return contracts::dealModule::cancelUnfunded(network.contract("dealModule"), dealId);
}

Call refundNoTitleCall(const NetworkFile& network, const Hash32& dealId)
{
    return contracts::dealModule::refundNoTitle(network.contract("dealModule"), dealId);
}

Call replaceAppraiserCall(const NetworkFile& network, const Hash32& dealId)
{
    return contracts::dealModule::replaceAppraiser(network.contract("dealModule"), dealId);
}

Call fallbackSplitCall(const NetworkFile& network, const Hash32& dealId)
{
    return contracts::dealModule::fallbackSplit(network.contract("dealModule"), dealId);
}

} // namespace autochain::escrow
