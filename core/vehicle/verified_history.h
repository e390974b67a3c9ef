// SPDX-License-Identifier: GPL-3.0-or-later
// A whole history held against its own proof, and every record judged: is the content what its digest names, did the
// provider sign it, by which right did he write it at that time. Pure: no I/O, no clock.
#pragma once

#include "vehicle/history_bundle.h"
#include "vehicle/record_rights.h"
#include "vehicle/vehicle_reader.h"

namespace autochain::vehicle
{

// What the reader trusts, as far as known: from a network file and a verified header. What is not given is not checked,
// and the result says so.
struct HistoryTrust {
    std::optional<std::uint64_t> chainId;
    std::optional<Address> registry;
    std::optional<Address> participants;
    std::optional<Hash32> blockHash; // of a verified header: the proof has to be of this very block
    static HistoryTrust of(const NetworkFile& network);
};

struct HistoryWork {
    unsigned threads = 1;
    std::uint64_t newest = UINT64_MAX; // only so many of the newest records have their content and signature looked at
    bool readContents = true;          // false: contents are held against digest and signature, not read into fields
};

struct VerifiedHistory {
    VehicleSummary state; // as proven
    BlockRef block;       // of the proof
    std::vector<Record> records;
    std::vector<OwnerSpan> owners; // as the records and the title prove
    bool headerTrusted = false;    // blockHash was given, and is the proof's
    bool registryTrusted = false;  // registry, participants and chain were given, and are the file's
};

// OtherChain; HistoryUnproven (a proof that does not hold, no head, no such car); HistoryIncomplete, HistoryMismatch
// (the records do not fold to the proven head). What is wrong with a single record is no error: see faultOf.
Result<VerifiedHistory> verifyHistory(const HistoryBundle& bundle, const HistoryTrust& trust,
                                      const HistoryWork& work = {});

// The worst that is to be said of a record; None: everything about it holds.
enum class RecordFault {
    None,
    ContentAltered,    // the block is not what the digest names
    SignatureWrong,    // signed by somebody else, or something else was signed
    NoRight,           // the provider had no right to write it, as far as is proven
    ContentUnreadable, // right bytes, but no record content of its kind
    ContentMissing,
    RightUnknown, // the proof does not hold enough to tell
    Unsigned      // content without a signature
};
RecordFault faultOf(const Record& record);

} // namespace autochain::vehicle
