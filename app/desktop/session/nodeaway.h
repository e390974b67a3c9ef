// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "wallet/error.h"

namespace autochain::desktop
{

// Why no step can begin now: the node is away. A person is told at once rather than after all attempts to reach it; at
// this point nothing was signed. Empty while the node answers.
inline std::optional<Error> nodeAway(const Session& session)
{
    if (session.link() != Session::Link::Gone || !session.linkError()) {
        return std::nullopt;
    }
    return session.linkError()->is(ChainError::WrongChain) ? *session.linkError() : Error(WalletError::NodeLostBefore);
}

} // namespace autochain::desktop
