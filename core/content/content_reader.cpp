// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/content_reader.h"

namespace autochain
{

QCoro::Task<Result<std::uint64_t>> readFile(BlockSource& from, Cid root, ReadLimits limits, BytesSink sink,
                                            ReadProgress progress)
{
    FileVerifier verifier(root, limits);
    std::uint64_t done = 0;
    while (!verifier.done()) {
        AC_CO_TRY(const Bytes block, co_await from.fetch(verifier.next()));
        AC_CO_TRY(const BytesView piece, verifier.give(block));
        if (!piece.empty()) {
            AC_CO_CHECK(sink(piece));
        }
        done += piece.size();
        if (progress) {
            progress(done, verifier.fileBytes().value_or(done));
        }
    }
    co_return done;
}

QCoro::Task<Result<Bytes>> readWhole(BlockSource& from, Cid root, std::uint64_t maxBytes)
{
    ReadLimits limits;
    limits.maxFileBytes = maxBytes;
    Bytes out;
    const auto take = [&out](BytesView piece) {
        append(out, piece);
        return Result<>();
    };
    AC_CO_TRY([[maybe_unused]] const auto size, co_await readFile(from, root, limits, take));
    co_return out;
}

QCoro::Task<Result<std::vector<FolderEntryFound>>> readFolder(BlockSource& from, Cid root, ReadLimits limits)
{
    FolderVerifier verifier(root, limits);
    while (!verifier.done()) {
        AC_CO_TRY(const Bytes block, co_await from.fetch(verifier.next()));
        AC_CO_CHECK(verifier.give(block));
    }
    co_return verifier.entries();
}

QCoro::Task<Result<Inspected>> inspectAt(BlockSource& from, Cid cid)
{
    AC_CO_TRY(const Bytes block, co_await from.fetch(cid));
    AC_CO_CHECK(checkBlock(cid, block));
    co_return inspect(cid, block);
}

} // namespace autochain
