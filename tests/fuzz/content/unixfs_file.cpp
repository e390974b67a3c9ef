// SPDX-License-Identifier: GPL-3.0-or-later
// A file's root that anybody made: its leaves are zeros of the length it declares, where it names such leaves.
#include "content/block_source.h"
#include "content/file_verifier.h"
#include "crypto/hash.h"
#include "fuzz.h"

#include <map>

using namespace autochain;

namespace
{
constexpr std::uint64_t kMostFileBytes = 100'000;

std::map<Cid, Bytes> leaves()
{
    std::map<Cid, Bytes> out;
    for (const std::size_t size : {0U, 1U, 10U, 100U}) {
        const Bytes block(size);
        out[{kCodecRaw, sha256(block)}] = block;
    }
    return out;
}
} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::map<Cid, Bytes> known = leaves();
    const Bytes root(data, data + size);
    const Cid cid{kCodecDagPb, sha256(root)};
    ReadLimits limits;
    limits.maxFileBytes = kMostFileBytes;
    FileVerifier verifier(cid, limits);
    std::uint64_t given = 0;
    while (!verifier.done()) {
        const Cid next = verifier.next();
        const auto leaf = known.find(next);
        if (next != cid && leaf == known.end()) {
            return 0;
        }
        const auto piece = verifier.give(next == cid ? root : leaf->second);
        if (!piece.ok()) {
            return 0;
        }
        given += piece->size();
        fuzz::require(verifier.fileBytes() && given <= *verifier.fileBytes(), "never more than declared");
        fuzz::require(given <= kMostFileBytes, "never more than allowed");
    }
    fuzz::require(given == *verifier.fileBytes(), "all that was declared");
    return 0;
}
