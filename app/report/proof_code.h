// SPDX-License-Identifier: GPL-3.0-or-later
// The essential proof as one line of text: what a paper copy still gives. Stands in the QR code of a report.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QByteArray>

namespace autochain::report
{

struct ProofCode {
    std::uint64_t chainId = 0;
    Address registry;
    Hash32 vehicleId;
    std::uint64_t blockNumber = 0;
    Hash32 blockHash;
    std::uint64_t count = 0; // records
    Hash32 head;             // what they fold to
    bool operator==(const ProofCode&) const = default;
};

// "autochain-proof:1?chain=61&registry=0x…&vehicle=0x…&block=25914207&hash=0x…&count=46&head=0x…"
QByteArray writeProofCode(const ProofCode& code);
bool looksLikeProofCode(const QByteArray& text);
// Typed or scanned: exactly the above, white space around it dropped. ReportUnreadable with the field.
Result<ProofCode> parseProofCode(const QByteArray& text);

} // namespace autochain::report
