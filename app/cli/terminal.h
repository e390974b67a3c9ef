// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret_bytes.h"

#include <QString>

#include <optional>

namespace autochain::cli
{
// First line of a descriptor, at most 1,024 bytes, without its end. Does not close it.
SecretBytes readLine(int descriptor);
// Asks on the controlling terminal, without echo. None: there is no terminal.
std::optional<SecretBytes> askHidden(const QString& prompt);
// A pipe that gives `secret` and a line end; the reading end, -1 on failure. The caller closes it.
int secretPipe(const SecretBytes& secret);
} // namespace autochain::cli
