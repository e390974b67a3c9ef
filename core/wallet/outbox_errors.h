// SPDX-License-Identifier: GPL-3.0-or-later
// From what nodes and contracts say to what it means for the person's money.
#pragma once

#include "chain/error.h"
#include "wallet/outbox.h"

namespace autochain::wallet
{
// Before anything was signed.
Error lostBefore(const Error& cause);
// After: the bytes are written down and can be sent again.
Error lostAfter(const Error& cause, const Hash32& hash);
Error withHash(WalletError error, const Hash32& hash, std::string detail = {});
Error notEnoughCoin(const U256& needed, const U256& have);
Error feeTooHigh(const U256& fee, const U256& cap);
// The node's answer means it has the transaction already.
bool isKnownAlready(const Error& error);
// The node said no to the bytes, as against not answering.
bool isRefusal(const Error& error);
// `error`: ChainError::Reverted with the revert data as hex in its detail.
Error explainRevert(const Error& error, const std::vector<RevertDecoder>& decoders);
} // namespace autochain::wallet
