// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/network_file.h"
#include "store/error.h"

#include <QString>

namespace autochain::cli
{
// At most 256 KiB; contracts may be missing. NoAccess (args: path), CodecError::BadJson.
Result<NetworkFile> readNetworkFile(const QString& path);
// As a whole or not at all. NoAccess (args: path).
Result<> writeNetwork(const NetworkFile& network, const QString& path);
} // namespace autochain::cli
