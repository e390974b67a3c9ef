// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class PracticeError {
    NoAnvil,    // the node program was not found; args: where it was looked for last
    NodeFailed, // it did not start or answer; args: its log file
    NotCreated, // there is no practice market in the folder; args: folder
    Broken,     // files of the market don't fit each other; args: file
    SeedFailed, // filling the market went wrong; args: what
    Busy,       // another program starts, makes or stops it at this moment
    IoError     // args: path
};
constexpr Domain domainOf(PracticeError)
{
    return Domain::Practice;
}
} // namespace autochain
