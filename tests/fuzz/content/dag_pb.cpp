// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/dag_pb.h"
#include "fuzz.h"

using namespace autochain;

// What is read and written again is read as the same node, and writing that again changes nothing.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto node = dagpb::decode({data, size});
    if (!node.ok()) {
        return 0;
    }
    const Bytes written = dagpb::encode(*node);
    const auto again = dagpb::decode(written);
    fuzz::require(again.ok(), "a written node is read");
    fuzz::require(again->data == node->data && again->links.size() == node->links.size(), "as the same node");
    for (std::size_t i = 0; i < node->links.size(); ++i) {
        const auto& a = node->links[i];
        const auto& b = again->links[i];
        fuzz::require(a.cid == b.cid && a.name == b.name && a.totalBytes == b.totalBytes, "with the same links");
    }
    fuzz::require(dagpb::encode(*again) == written, "and has one form");
    return 0;
}
