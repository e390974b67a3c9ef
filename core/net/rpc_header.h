// SPDX-License-Identifier: GPL-3.0-or-later
// Headers as nodes give them (eth_getBlockByNumber, eth_getHeaderByNumber). Pure.
#pragma once

#include "base/result.h"
#include "chain/error.h"
#include "chain/header_rules.h"
#include "net/json_rpc_client.h"

namespace autochain::net
{

// The header whose hash is the one the answer names: it is put together from the fields and hashed here, so a field
// that is wrong, missing or of another fork is noticed. BadJson with the field; "hash" where it is another header.
Result<HashedHeader> headerOf(const QJsonValue& answer);
// What the fields say, whatever hash is beside them.
Result<Header> headerFieldsOf(const QJsonObject& object);

enum class HeaderMethod {
    Header, // eth_getHeaderByNumber: geth, core-geth, anvil
    Block   // eth_getBlockByNumber with the hashes of its transactions: every node
};
RpcCall headerCall(HeaderMethod method, std::uint64_t number);
RpcCall latestHeaderCall(); // by eth_getBlockByNumber

} // namespace autochain::net
