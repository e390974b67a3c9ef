// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/unixfs.h"
#include "fuzz.h"

using namespace autochain;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = unixfs::decode({data, size});
    if (!read.ok()) {
        return 0;
    }
    const Bytes written = unixfs::encode(*read);
    const auto again = unixfs::decode(written);
    fuzz::require(again.ok() && again->kind == read->kind && again->bytes == read->bytes, "read again as the same");
    fuzz::require(again->hasFileBytes == read->hasFileBytes && again->fileBytes == read->fileBytes &&
                      again->blockBytes == read->blockBytes,
                  "with the same sizes");
    return 0;
}
