// SPDX-License-Identifier: GPL-3.0-or-later
// The three parts every error has: cause, what it means for your money, what to do.
#pragma once

#include "base/result.h"

#include <QString>

namespace autochain::messages
{

struct ErrorText {
    QString cause;
    QString money;
    QString next;
    bool operator==(const ErrorText&) const = default;
};

// Translated, arguments filled in. Never empty in any part; an unknown code says that this program is older than the
// file or network it reads.
ErrorText describe(const Error& error);
// Machine names for JSON, logs and tests: "escrow", "PriceIsZero".
QString domainName(Domain domain);
QString codeName(const Error& error);

} // namespace autochain::messages
