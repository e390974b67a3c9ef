// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/folder_verifier.h"
#include "content/safe_name.h"
#include "crypto/hash.h"
#include "fuzz.h"

#include <algorithm>

using namespace autochain;

// A folder, or a HAMT of one node, that anybody made.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView root(data, size);
    const Cid cid{kCodecDagPb, sha256(root)};
    (void)inspect(cid, root);
    FolderVerifier verifier(cid);
    if (!verifier.give(root).ok() || !verifier.done()) {
        return 0;
    }
    const auto& entries = verifier.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        fuzz::require(isSafeName(entries[i].name), "only names that name nothing outside");
        fuzz::require(entries[i].name.find('/') == std::string::npos && entries[i].name != "..", "truly");
        fuzz::require(i == 0 || entries[i - 1].name < entries[i].name, "in order, each once");
    }
    return 0;
}
