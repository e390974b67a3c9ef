// SPDX-License-Identifier: GPL-3.0-or-later
// The content of a record on its way to the chain: from arguments or a file, signed by who writes it, kept by its
// digest.
#pragma once

#include "arguments.h"
#include "context.h"
#include "vehicle/vehicle_calls.h"

namespace autochain::cli
{

QStringList kindNames();
Result<vehicle::RecordKind> kindOf(const QString& name); // large or small letters; BadRecordContent
// Titles, notes, … and --content FILE, --unsigned.
QList<OptionSpec> contentOptions();
// The file first, then what the other options say. BadRecordContent, ContentError.
Result<vehicle::RecordContent> contentOf(const Arguments& arguments);

struct RecordDraft {
    Hash32 vehicleId;
    std::string vin; // so that the signer can name the car; empty: not known
    vehicle::RecordKind kind = vehicle::RecordKind::None;
    std::uint32_t odometerKm = 0;
    vehicle::RecordContent content; // nothing stated: no content, and no signature
    bool sign = true;
};
// Asks the signer for the author's signature under the content and keeps both as one block. Gives the digest for the
// chain; zero where there is no content. BadRecordContent where the details are not this kind's.
QCoro::Task<Result<Hash32>> keepContent(Context& context, Address author, RecordDraft draft);

// Checks the right to write it, keeps the content, sends the record. Gives the receipt and the digest.
struct Appended {
    Receipt receipt;
    Hash32 contentDigest;
};
QCoro::Task<Result<Appended>> appendRecord(Context& context, Address author, RecordDraft draft);

} // namespace autochain::cli
