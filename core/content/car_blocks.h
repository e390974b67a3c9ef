// SPDX-License-Identifier: GPL-3.0-or-later
// A CAR on its way as a source of blocks: where the next block of the stream is the one asked for it is given, any
// other is asked for alone. One request for a whole file or folder instead of one per block.
#pragma once

#include "content/block_source.h"
#include "content/car.h"

namespace autochain
{

class CarBlocks : public BlockSource
{
public:
    // The CAR is opened at the first fetch. `from` must outlive this.
    CarBlocks(CarSource& from, const Cid& root) : m_from(from), m_root(root) {}
    // Not checked. A stream that breaks, ends early, names other roots or is no CAR is given up for good, and every
    // block is asked for alone from then on.
    QCoro::Task<Result<Bytes>> fetch(Cid cid) override;
    const std::optional<Error>& trouble() const { return m_trouble; } // why it was given up

private:
    QCoro::Task<Result<>> fill(); // m_ahead, or the end of the stream
    Error bad(const char* why) const;

    CarSource& m_from;
    Cid m_root;
    std::unique_ptr<CarStream> m_stream;
    CarReader m_reader;
    std::optional<CarBlock> m_ahead;
    std::optional<Error> m_trouble;
    bool m_ended = false;
};

} // namespace autochain
