// SPDX-License-Identifier: GPL-3.0-or-later
// CARv1 (ipld.io/specs/transport/car/carv1): blocks in a row, read as they come. Nothing in it is checked here but its
// form; the blocks have to go through checkBlock.
#pragma once

#include "codec/cid.h"
#include "content/error.h"

#include <optional>
#include <vector>

namespace autochain
{

inline constexpr std::size_t kMaxCarHeaderBytes = 4'096;
inline constexpr std::size_t kMaxCarRoots = 64;

struct CarBlock {
    Cid cid;
    Bytes bytes;
};

class CarReader
{
public:
    void feed(BytesView more) { append(m_buffer, more); }
    // Nothing: it needs more. BadAnswer with an empty URL and the reason as detail; nothing more may be asked then.
    Result<std::optional<CarBlock>> next();
    const std::vector<Cid>& roots() const { return m_roots; } // none before the header was there
    bool hasHeader() const { return m_hasHeader; }
    // At the end of the bytes: is it between two blocks?
    bool isWhole() const { return m_hasHeader && m_at == m_buffer.size(); }

private:
    // The next section without its length; nothing where it has not come whole.
    Result<std::optional<BytesView>> section(std::size_t most);

    Bytes m_buffer;
    std::size_t m_at = 0;
    bool m_hasHeader = false;
    std::vector<Cid> m_roots;
};

Bytes carHeader(const std::vector<Cid>& roots);
void putCarBlock(Bytes& to, const Cid& cid, BytesView block);

} // namespace autochain
