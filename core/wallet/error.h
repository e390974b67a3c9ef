// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class WalletError {
    NotEnoughCoin,  // for value and fee; args: needed, have (smallest units). Nothing was signed.
    NotEnoughAuc,   // args: needed, have (smallest units). Nothing was signed.
    WouldRevert,    // the contract refuses; args: contract error as "Name(a, b)" or its text. Nothing was signed.
    NodeLostBefore, // the node went away before anything was signed: nothing was sent and nothing is lost; detail: why
    NodeLostAfter,  // signed and written down, the node did not confirm taking it: resume() sends the very same bytes
                    // again; it cannot be paid twice; args: hash
    NodeRefused,    // the node does not take the signed transaction; args: hash, its words. It was never sent on.
    BadSignedBytes, // the signer's answer is not the transaction that was asked for; nothing was sent
    PendingNonce,   // another transaction of this account waits to be signed; args: its id
    FeeTooHigh,     // above the cap; args: fee, cap (smallest units)
    ReplacementTooLow, // args: least gas price in wei
    NotPending,        // nothing to replace or cancel
    TimedOut,          // not in a block yet; it may still come; args: hash
    Reverted,          // in a block and failed: nothing moved but the fee; args: hash
    Replaced,          // another transaction of the same nonce was mined; args: hash
    // Sending
    ZeroAmount,
    BadAddress,  // not an address
    BadChecksum, // its capitals do not fit: probably misspelt
    OwnAddress,
    ZeroAddress,
    KnownContract, // a contract of the network that would keep the money; args: its name in the network file
    // Prices of one's own
    ZeroPrice,
    TipAboveMost, // the part for the miner is above the whole
    FeeAbsurd,    // args: price, most that makes sense, what blocks take now (wei per gas)
    // Taking over the number of a waiting transaction
    AlreadyMined, // it is in a block: nothing is signed; args: hash
    NeverSent,    // it never left this computer; args: hash
    Superseded,   // a newer one has taken over its number and waits in its place; args: hash of the newer
    EarlierWaits  // blocks take a lower number first; args: that number, hash (empty: not sent from this computer)
};
constexpr Domain domainOf(WalletError)
{
    return Domain::Wallet;
}
} // namespace autochain
