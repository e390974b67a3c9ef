// SPDX-License-Identifier: GPL-3.0-or-later
// A verified history as JSON and as lines, whatever file it came out of.
#pragma once

#include "output.h"
#include "vehicle/verified_history.h"

namespace autochain::cli
{

QJsonObject recordJson(const vehicle::Record& record);

// What was found out about the header of a file's proof beside the file itself.
enum class HeaderCheck {
    NotChecked, // no network was given
    InChain,    // the network has this very block
    NotInChain  // it has another block of this number
};
Output verifiedOutput(const vehicle::VerifiedHistory& history, const std::string& vin, HeaderCheck header,
                      Provenance provenance);

} // namespace autochain::cli
