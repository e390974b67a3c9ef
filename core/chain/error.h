// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class ChainError {
    NodeUnreachable,    // args: URL
    NodeTimeout,        // args: URL
    WrongChain,         // args: expected chain id, the node's
    NodeRefused,        // JSON-RPC error; args: URL, the node's message
    BadAnswer,          // not what the protocol says; args: URL, field
    Reverted,           // the contract refuses; detail: revert data in hex
    UnderpricedOrKnown, // nonce or price was already used; args: node's message
    NotFound,           // transaction, receipt or block does not exist (yet)
    BadProof            // the node's proof does not fit the header
};
constexpr Domain domainOf(ChainError)
{
    return Domain::Chain;
}
} // namespace autochain
