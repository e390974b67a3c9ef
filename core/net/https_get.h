// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/json_rpc_client.h"

namespace autochain::net
{

// The body of one GET over https (or http to this computer): no redirects, no cookies, capped in time and size.
// NodeUnreachable (also for a URL that is not allowed), NodeTimeout, BadAnswer (status, redirect, size).
QCoro::Task<Result<Bytes>> httpsGet(std::string url, RpcLimits limits = {});

} // namespace autochain::net
