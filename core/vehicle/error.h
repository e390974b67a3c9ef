// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class VehicleError {
    BadVin,            // not 17 of 0-9 A-Z without I, O, Q; args: position (1-based) or empty, the text
    CheckDigit,        // built for North America and position 9 does not fit; args: found, expected
    AlreadyRegistered, // args: VIN or vehicle id
    UnknownVehicle,    // not in the registry; args: vehicle id
    NotHolder,         // only the title's holder may; args: holder
    InDeal,            // locked in a deal; args: deal id
    UnderLien,         // args: lender
    NoRole,            // may not append this kind, or the grant does not cover it; args: kind number
    NoLien,            // nothing to release, or somebody else's
    BadSpan,           // a grant that ends before it starts
    ToItself,          // transfer to the present holder or the zero address
    HistoryIncomplete, // fewer records than the proven count; args: have, count
    HistoryMismatch,   // records do not fold to the proven head; args: number of records
    BadRecordContent,  // content block is not a record of format autochain-record/1; args: field
    BadLog,            // a node's event does not decode; args: event
    LienNotProposed,   // the lender has not offered it; args: lender
    BadBundle,         // not a file of format autochain-history/1; args: field
    HistoryUnproven,   // the file's proof does not hold, or is not about this car; args: what
    OtherChain,        // the file is about another chain or registry than the network's; args: what
    NotYourRecord,     // a correction of a record somebody else wrote; args: index, who
    ReportUnreadable,  // a PDF without a readable report in it; args: what
    ReportFailed,      // the program that draws reports; args: why
    // Of core/vpic and core/imports:
    BadVinTable,    // missing, damaged or of another version; args: path
    CannotImport,   // a file or address that cannot be read; args: path or URL
    UnknownFormat,  // no importer takes it; args: path or URL
    BadTroubleCode, // not a letter and four digits of SAE J2012; args: the text
    BadMapping      // of columns; args: the part that is meant
};
constexpr Domain domainOf(VehicleError)
{
    return Domain::Vehicle;
}
} // namespace autochain
