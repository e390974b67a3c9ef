// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/file_verifier.h"

#include "content/block_source.h"
#include "content/dag_pb.h"
#include "content/unixfs.h"

namespace autochain
{
namespace
{

Error sizesDisagree(const Cid& cid)
{
    return Error(ContentError::SizesDisagree, {cidText(cid)});
}

// The same error with the CID its maker did not know.
Error named(const Error& error, const Cid& cid)
{
    return Error(ContentError::BadBlock, {cidText(cid)}, error.detail);
}

// The bytes of all children and of the node itself; nothing where that is more than 64 bits or a child holds none.
// Empty children would let a small file have a tree without end.
std::optional<std::uint64_t> sumOf(const unixfs::Data& data)
{
    std::uint64_t sum = data.bytes.size();
    for (const std::uint64_t size : data.blockBytes) {
        if (size == 0 || __builtin_add_overflow(sum, size, &sum)) {
            return std::nullopt;
        }
    }
    return sum;
}

} // namespace

FileVerifier::FileVerifier(const Cid& root, ReadLimits limits) : m_limits(limits)
{
    m_stack.push_back({{{root, std::nullopt}}, 0, 1});
}

const Cid& FileVerifier::next() const
{
    return m_stack.back().children[m_stack.back().at].cid;
}

Result<BytesView> FileVerifier::give(BytesView block)
{
    const Child child = m_stack.back().children[m_stack.back().at];
    AC_CHECK(checkBlock(child.cid, block));
    const std::uint64_t mostBlocks = m_limits.spareBlocks + m_fileBytes.value_or(0) / kLeastBytesPerBlock;
    if (++m_blocks > mostBlocks) {
        return Error(ContentError::TooManyBlocks, {cidText(child.cid), std::to_string(mostBlocks)});
    }
    if (child.cid.codec == kCodecRaw) {
        return takeLeaf(child, block);
    }
    if (child.cid.codec == kCodecDagPb) {
        return takeNode(child, block);
    }
    return Error(ContentError::UnknownCodec, {cidText(child.cid)}, "codec " + std::to_string(child.cid.codec));
}

Result<BytesView> FileVerifier::takeLeaf(const Child& child, BytesView block)
{
    AC_CHECK(accept(child, block.size()));
    goOn();
    return block;
}

Result<BytesView> FileVerifier::takeNode(const Child& child, BytesView block)
{
    auto node = dagpb::decode(block);
    if (!node.ok()) {
        return named(node.error(), child.cid);
    }
    auto data = unixfs::decode(node->data);
    if (!data.ok()) {
        return named(data.error(), child.cid);
    }
    if (data->kind == unixfs::Kind::Metadata) {
        return Error(ContentError::UnknownCodec, {cidText(child.cid)}, "UnixFS metadata");
    }
    const bool isFile = data->kind == unixfs::Kind::File || (data->kind == unixfs::Kind::Raw && node->links.empty());
    if (!isFile) {
        return Error(ContentError::NotAFile, {cidText(child.cid)});
    }
    const auto sum = sumOf(*data);
    if (!sum || node->links.size() != data->blockBytes.size() || (data->hasFileBytes && data->fileBytes != *sum)) {
        return sizesDisagree(child.cid);
    }
    AC_CHECK(accept(child, *sum));
    if (m_stack.back().depth > m_limits.maxDepth) {
        return Error(ContentError::TooDeep, {cidText(child.cid), std::to_string(m_limits.maxDepth)});
    }
    Level below;
    below.depth = m_stack.back().depth + 1;
    below.children.reserve(node->links.size());
    for (std::size_t i = 0; i < node->links.size(); ++i) {
        below.children.push_back({node->links[i].cid, data->blockBytes[i]});
    }
    goOn();
    if (!below.children.empty()) {
        m_stack.push_back(std::move(below));
    }
    m_inNode = std::move(data->bytes);
    return BytesView(m_inNode);
}

Result<> FileVerifier::accept(const Child& child, std::uint64_t fileBytes)
{
    if (child.fileBytes) {
        return *child.fileBytes == fileBytes ? Result<>() : Result<>(sizesDisagree(child.cid));
    }
    if (fileBytes > m_limits.maxFileBytes) {
        return Error(ContentError::TooLarge, {std::to_string(fileBytes), std::to_string(m_limits.maxFileBytes)});
    }
    m_fileBytes = fileBytes;
    return {};
}

// To the next child, and out of every level that has no more.
void FileVerifier::goOn()
{
    ++m_stack.back().at;
    while (!m_stack.empty() && m_stack.back().at == m_stack.back().children.size()) {
        m_stack.pop_back();
    }
}

} // namespace autochain
