// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace autochain::store
{
// Why a transaction was made, for the person's own list. Stored by number: only add at the end.
enum class Purpose {
    Other,
    SendAuc,
    SendCoin,
    RegisterVehicle,
    AppendRecord,
    SetGrant,
    ProposeLien,
    AcceptLien,
    ReleaseLien,
    TransferTitle,
    PublishListing,
    ChangePrice,
    WithdrawListing,
    MakeOffer,
    WithdrawOffer,
    AcceptOffer,
    TakeSeat,
    FundDeal,
    DepositTitle,
    CoSign,
    Settle, // carries both signatures into the Safe
    OpenDispute,
    ClockPath, // refund, substitute, fallback: what the deal's module does by the clock
    RegisterAppraiser,
    Stake,
    Unstake,
    OrderAssessment,
    AcceptAssessment,
    PublishReport,
    ClaimReward,
    Foundation, // roles, names
    Deploy,
    CancelPending // an empty payment to oneself that takes the nonce of a stuck transaction
};
} // namespace autochain::store
