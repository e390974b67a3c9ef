// SPDX-License-Identifier: GPL-3.0-or-later
// Each step of a deal as the exact call and the hints the signer needs to put it in words. Pure.
#pragma once

#include "chain/network_file.h"
#include "contracts/call.h"
#include "escrow/deal.h"
#include "signing/signer_port.h"

namespace autochain::escrow
{

SigningHints hintsOf(const Terms& terms, const std::string& vin);

Call offerCall(const NetworkFile& network, const Terms& terms, const Bytes& buyerSignature);
Call withdrawOfferCall(const NetworkFile& network, const Hash32& dealId);
Call acceptCall(const NetworkFile& network, const Hash32& dealId, const Bytes& sellerSignature);
Call takeSeatCall(const NetworkFile& network, const Hash32& dealId);
Call fundCall(const NetworkFile& network, const Hash32& dealId, const Terms& terms);
Call depositCall(const NetworkFile& network, const Hash32& dealId, const Terms& terms);
Call coSignCall(const NetworkFile& network, const Hash32& dealId, const CoSignature& signature);
// `signatures`: as joinSignatures gives. The call goes to the deal's Safe.
Call executeCall(const DealView& deal, const Settlement& settlement, const Bytes& signatures);
Call openDisputeCall(const NetworkFile& network, const Hash32& dealId);
Call cancelUnfundedCall(const NetworkFile& network, const Hash32& dealId);
Call refundNoTitleCall(const NetworkFile& network, const Hash32& dealId);
Call replaceAppraiserCall(const NetworkFile& network, const Hash32& dealId);
Call fallbackSplitCall(const NetworkFile& network, const Hash32& dealId);

} // namespace autochain::escrow
