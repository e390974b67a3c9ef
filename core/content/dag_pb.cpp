// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/dag_pb.h"

#include "content/protobuf.h"

namespace autochain::dagpb
{
namespace
{

// Field numbers of PBLink and PBNode.
constexpr std::uint64_t kHash = 1;
constexpr std::uint64_t kName = 2;
constexpr std::uint64_t kTsize = 3;
constexpr std::uint64_t kData = 1;
constexpr std::uint64_t kLinks = 2;

Error bad(const char* why)
{
    return Error(ContentError::BadBlock, {""}, why);
}

Result<Link> decodeLink(BytesView from)
{
    Link link;
    bool hasCid = false;
    std::uint64_t last = 0;
    while (!from.empty()) {
        const auto field = protobuf::take(from);
        if (!field) {
            return bad("a link's field is broken");
        }
        if (field->number <= last) {
            return bad("a link's fields are out of order");
        }
        last = field->number;
        if (field->number == kHash && field->isBytes) {
            BytesView cid = field->bytes;
            auto read = takeCid(cid);
            if (!read.ok() || !cid.empty()) {
                return bad("a link has no CID with sha2-256");
            }
            link.cid = *read;
            hasCid = true;
        } else if (field->number == kName && field->isBytes) {
            if (field->bytes.size() > kMaxNameBytes + 3) {
                return bad("a link's name is too long");
            }
            link.name.assign(field->bytes.begin(), field->bytes.end());
        } else if (field->number == kTsize && !field->isBytes) {
            link.totalBytes = field->value;
        } else {
            return bad("a link has a field that is not known");
        }
    }
    return hasCid ? Result<Link>(std::move(link)) : Result<Link>(bad("a link without a CID"));
}

} // namespace

Result<Node> decode(BytesView block)
{
    if (block.size() > kMaxNodeBlockBytes) {
        return bad("larger than a block may be");
    }
    Node node;
    bool hasData = false;
    bool linksEnded = false;
    while (!block.empty()) {
        const auto field = protobuf::take(block);
        if (!field || !field->isBytes) {
            return bad("a field is broken");
        }
        if (field->number == kData) {
            if (hasData) {
                return bad("data twice");
            }
            hasData = true;
            linksEnded = !node.links.empty();
            node.data = toBytes(field->bytes);
        } else if (field->number == kLinks) {
            if (linksEnded) {
                return bad("data between links");
            }
            if (node.links.size() == kMaxLinks) {
                return bad("too many links");
            }
            AC_TRY(Link link, decodeLink(field->bytes));
            node.links.push_back(std::move(link));
        } else {
            return bad("a field that is not known");
        }
    }
    return node;
}

Bytes encode(const Node& node)
{
    Bytes out;
    Bytes inner;
    for (const Link& link : node.links) {
        inner.clear();
        protobuf::putBytes(inner, kHash, cidBytes(link.cid));
        protobuf::putBytes(inner, kName, asBytes(link.name));
        protobuf::putNumber(inner, kTsize, link.totalBytes);
        protobuf::putBytes(out, kLinks, inner);
    }
    if (!node.data.empty()) {
        protobuf::putBytes(out, kData, node.data);
    }
    return out;
}

} // namespace autochain::dagpb
