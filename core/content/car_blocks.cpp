// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/car_blocks.h"

namespace autochain
{

Error CarBlocks::bad(const char* why) const
{
    return Error(ContentError::BadAnswer, {m_from.name()}, why);
}

QCoro::Task<Result<>> CarBlocks::fill()
{
    if (!m_stream) {
        m_stream = m_from.openCar(m_root);
    }
    while (!m_ahead) {
        auto block = m_reader.next();
        if (!block.ok()) {
            co_return bad(block.error().detail.c_str());
        }
        if (m_reader.hasHeader() && (m_reader.roots().size() != 1 || m_reader.roots().front() != m_root)) {
            co_return bad("a CAR of something else");
        }
        m_ahead = std::move(*block);
        if (m_ahead) {
            break;
        }
        AC_CO_TRY(const Bytes more, co_await m_stream->more());
        if (more.empty()) {
            m_ended = true;
            const bool whole = m_reader.isWhole();
            co_return whole ? Result<>() : Result<>(bad("a CAR that is cut off"));
        }
        m_reader.feed(more);
    }
    co_return Unit{};
}

QCoro::Task<Result<Bytes>> CarBlocks::fetch(Cid cid)
{
    if (!m_trouble && !m_ended && !m_ahead) {
        const Result<> filled = co_await fill();
        if (!filled.ok()) {
            m_trouble = filled.error();
            m_stream.reset();
        }
    }
    if (m_ahead && m_ahead->cid == cid) {
        Bytes block = std::move(m_ahead->bytes);
        m_ahead.reset();
        co_return block;
    }
    co_return co_await m_from.fetch(cid);
}

} // namespace autochain
