// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a file from blocks that anybody may have made: says which block comes next, checks it, gives its bytes of the
// file. Pure: who fetches the blocks, and in what way, is the caller's affair. Every byte given out belongs to a block
// whose digest fits and whose place and length its parents declare.
#pragma once

#include "codec/cid.h"
#include "content/error.h"

#include <optional>
#include <vector>

namespace autochain
{

struct ReadLimits {
    std::uint64_t maxFileBytes = 4ULL * 1024 * 1024 * 1024; // of a file; of a whole folder too
    std::size_t maxDepth = 32;                              // four levels of Kubo's tree hold 240 TB
    std::uint64_t spareBlocks = 4'096;                      // beside one per kLeastBytesPerBlock of the file
    std::size_t maxEntries = 100'000;                       // of a folder
};
inline constexpr std::uint64_t kLeastBytesPerBlock = 256; // against files of a million one-byte leaves

class FileVerifier
{
public:
    explicit FileVerifier(const Cid& root, ReadLimits limits = {});

    bool done() const { return m_stack.empty(); }
    const Cid& next() const; // precondition: !done()
    // The block next() names. Gives the file's bytes in it, which may be none; good until the next call, and as long as
    // `block`. After an error nothing more may be given.
    // Errors: DigestMismatch, TooLarge, BadBlock, UnknownCodec, SizesDisagree, TooDeep, TooManyBlocks, NotAFile.
    Result<BytesView> give(BytesView block);

    // What the root declares; none before it was given. What was given out at the end is exactly that.
    std::optional<std::uint64_t> fileBytes() const { return m_fileBytes; }

private:
    struct Child {
        Cid cid;
        std::optional<std::uint64_t> fileBytes; // none of the root
    };
    struct Level {
        std::vector<Child> children;
        std::size_t at = 0;
        std::size_t depth = 1; // the root's is 1
    };
    Result<BytesView> takeLeaf(const Child& child, BytesView block);
    Result<BytesView> takeNode(const Child& child, BytesView block);
    Result<> accept(const Child& child, std::uint64_t fileBytes); // what it is said to hold against what it holds
    void goOn();

    ReadLimits m_limits;
    std::vector<Level> m_stack;
    Bytes m_inNode; // bytes that stand in a node beside its links
    std::optional<std::uint64_t> m_fileBytes;
    std::uint64_t m_blocks = 0;
};

} // namespace autochain
