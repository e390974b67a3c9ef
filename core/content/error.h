// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class ContentError {
    NotFound,       // nobody asked has the block; args: CID
    DigestMismatch, // what was given is not what the CID names: altered; args: CID
    TooLarge,       // above kMaxBlockBytes; args: bytes, the cap
    DiskFull,
    IoError,    // args: path; detail: the system's words
    Unreachable // gateway or daemon does not answer; args: URL
};
constexpr Domain domainOf(ContentError)
{
    return Domain::Content;
}
} // namespace autochain
