// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/content_chain.h"

namespace autochain
{
namespace
{

int weightOf(const Error& error)
{
    if (error.is(ContentError::DigestMismatch)) {
        return 2;
    }
    return error.is(ContentError::NotFound) ? 0 : 1;
}

void keepWorse(Error& worst, const Error& error)
{
    if (weightOf(error) > weightOf(worst)) {
        worst = error;
    }
}

} // namespace

ContentChain::ContentChain(FolderContentStore* local, std::vector<BlockSource*> others)
    : m_local(local), m_others(std::move(others)), m_lies(m_others.size(), 0)
{
}

QCoro::Task<Result<Bytes>> ContentChain::fetch(Cid cid)
{
    Error worst(ContentError::NotFound, {cidText(cid)});
    if (m_local != nullptr) {
        auto block = m_local->readBlock(cid);
        if (block.ok()) {
            co_return block;
        }
        keepWorse(worst, block.error());
    }
    for (std::size_t i = 0; i < m_others.size(); ++i) {
        auto block = co_await m_others[i]->fetch(cid);
        const Result<> checked = block.ok() ? checkBlock(cid, *block) : Result<>(block.error());
        if (!checked.ok()) {
            m_lies[i] += checked.error().is(ContentError::DigestMismatch) ? 1 : 0;
            keepWorse(worst, checked.error());
            continue;
        }
        if (m_local != nullptr) {
            (void)m_local->writeCopy(cid, *block); // only a cache: a full disk is not the reader's affair
        }
        co_return block;
    }
    co_return worst;
}

QCoro::Task<Result<Bytes>> ContentChain::get(Hash32 digest)
{
    const Cid cid{kCodecRaw, digest};
    auto block = co_await fetch(cid);
    if (block.ok() && block->size() > kMaxBlockBytes) {
        co_return Error(ContentError::TooLarge, {std::to_string(block->size()), std::to_string(kMaxBlockBytes)});
    }
    co_return block;
}

QCoro::Task<Result<Hash32>> ContentChain::put(Bytes block)
{
    if (m_local == nullptr) {
        co_return Error(ContentError::NotFound, {""}, "no local folder");
    }
    co_return m_local->write(block);
}

} // namespace autochain
