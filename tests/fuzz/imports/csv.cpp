// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"
#include "imports/csv_reader.h"

#include <vector>

using namespace autochain;
using namespace autochain::imports;

namespace
{
// Gives a few bytes at a time, so that every edge of the buffer is met.
class Dripping : public ByteSource
{
public:
    Dripping(std::string_view bytes, std::size_t most) : m_inner(bytes), m_most(most) {}
    std::size_t read(std::span<char> room) override { return m_inner.read(room.first(std::min(room.size(), m_most))); }

private:
    MemorySource m_inner;
    std::size_t m_most;
};

std::vector<std::vector<std::string>> rowsOf(std::string_view text, std::size_t drip)
{
    Dripping raw(text, drip);
    TextSource source(raw);
    CsvReader reader(source);
    std::vector<std::vector<std::string>> out;
    CsvRow row;
    std::uint64_t line = 0;
    while (reader.next(row)) {
        fuzz::require(row.line > line || row.cutOff || line == 0 || row.line == line, "lines never go back");
        fuzz::require(!row.cells.empty() && row.cells.size() <= kMostCells, "a row has a bounded number of cells");
        line = row.line;
        out.emplace_back(row.cells.begin(), row.cells.end());
    }
    return out;
}
} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    fuzz::require(rowsOf(text, 1 << 20) == rowsOf(text, 7), "rows do not depend on the pieces they came in");
    const std::string utf8 = toUtf8(text);
    fuzz::require(toUtf8(utf8) == utf8, "what was made UTF-8 is UTF-8");
    return 0;
}
