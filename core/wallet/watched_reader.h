// SPDX-License-Identifier: GPL-3.0-or-later
// From what somebody pasted to accounts that are only looked at.
#pragma once

#include "chain/network_file.h"
#include "chain/node_port.h"
#include "store/watched_accounts.h"

namespace autochain::wallet
{

// `text`: an address, "ethereum:0x…", or an extended public key, of whose accounts the used
// ones are taken, or the first where none is. WalletError, ChainError where an extended key's could not be asked about.
QCoro::Task<Result<std::vector<store::WatchedAccount>>> readWatched(NodePort& node, const NetworkFile& network,
                                                                    std::string text, std::string name, UnixTime now);

} // namespace autochain::wallet
