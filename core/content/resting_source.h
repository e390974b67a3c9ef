// SPDX-License-Identifier: GPL-3.0-or-later
// A source that is left alone for a while after it did not answer, so that one who is away costs a reader seconds and
// not a timeout for every block.
#pragma once

#include "base/clock.h"
#include "content/block_source.h"

#include <optional>

namespace autochain
{

class RestingSource : public BlockSource
{
public:
    static constexpr std::int64_t kRestSeconds = 30;
    static constexpr int kTimeouts = 2; // in a row; one slow block does not say that the next one is

    // Both must outlive this.
    RestingSource(BlockSource& of, const Clock& clock) : m_of(of), m_clock(clock) {}

    // Not checked. While it rests: what it said last, at once.
    QCoro::Task<Result<Bytes>> fetch(Cid cid) override;
    void wake(); // asked again at the next fetch

    bool asked() const { return m_asked; }
    const std::optional<Error>& trouble() const { return m_trouble; } // why it rests or rested; none: it answers

private:
    BlockSource& m_of;
    const Clock& m_clock;
    UnixTime m_restsUntil = 0;
    int m_timeouts = 0;
    bool m_asked = false;
    std::optional<Error> m_trouble;
};

} // namespace autochain
