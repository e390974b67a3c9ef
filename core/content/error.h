// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class ContentError {
    NotFound,       // nobody asked has the block; args: CID
    DigestMismatch, // what was given is not what the CID names: altered; args: CID
    TooLarge,       // a block, document or folder above its cap; args: bytes, the cap
    DiskFull,
    IoError,     // args: path; detail: the system's words
    Unreachable, // gateway or daemon does not answer; args: URL
    // Of what a CID names
    BadBlock,       // its digest fits, but it is no dag-pb or UnixFS; args: CID; detail: what is wrong
    UnknownCodec,   // a kind of block or node that is not read here; args: CID; detail: which
    SizesDisagree,  // a node declares other sizes than its parts have; args: CID
    TooDeep,        // args: CID, the cap
    TooManyBlocks,  // args: CID, the cap
    TooManyEntries, // a folder; args: CID or path, the cap
    UnsafeName,     // "..", "/" and the like in a folder; args: CID of the folder
    NotAFile,       // args: CID
    NotAFolder,     // args: CID
    // Of who gives or takes it
    TimedOut,      // args: URL
    UrlNotAllowed, // neither https nor this computer; args: URL
    BadAnswer,     // args: URL; detail: what is wrong
    // Of pictures
    NotAPicture,      // of no kind that is shown here
    PictureTooLarge,  // args: width, height, most pixels
    PictureDamaged,   // cut off or broken
    PictureTooCostly, // more time or memory than it may take
    DecoderGone       // detail: why it cannot be started
};
constexpr Domain domainOf(ContentError)
{
    return Domain::Content;
}
} // namespace autochain
