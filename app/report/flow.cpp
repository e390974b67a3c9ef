// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/flow.h"

namespace autochain::report
{
namespace
{
constexpr std::size_t kHeadFlag = std::size_t(1) << 62; // a Placed that names a running head
constexpr std::size_t kMostKept = 12;                   // blocks kept together
} // namespace

void Flow::add(Block block)
{
    m_items.push_back({std::move(block), false, m_head});
}

void Flow::space(double height)
{
    add({height, {}, false});
}

void Flow::breakPage()
{
    m_items.push_back({{}, true, m_head});
}

void Flow::setRunningHead(std::optional<Block> head)
{
    m_head.reset();
    if (head) {
        m_heads.push_back(*std::move(head));
        m_head = m_heads.size() - 1;
    }
}

void Flow::begin(Pen& pen, const Item& item) const
{
    pen.pages.emplace_back();
    pen.y = m_page.top;
    pen.fresh = true;
    if (item.head) {
        pen.pages.back().push_back({kHeadFlag | *item.head, pen.y});
        pen.y += m_heads[*item.head].height;
    }
}

std::size_t Flow::groupEnd(std::size_t from, double& height) const
{
    height = 0;
    std::size_t end = from;
    while (end < m_items.size() && !m_items[end].breaks) {
        height += m_items[end].block.height;
        ++end;
        if (!m_items[end - 1].block.keepWithNext || end - from >= kMostKept) {
            break;
        }
    }
    return end;
}

std::vector<std::vector<Flow::Placed>> Flow::pages() const
{
    Pen pen;
    const double bottom = m_page.top + m_page.height();
    std::size_t at = 0;
    bool broken = true;
    while (at < m_items.size()) {
        if (m_items[at].breaks) {
            broken = true;
            ++at;
            continue;
        }
        double height = 0;
        const std::size_t end = groupEnd(at, height);
        if (broken || (pen.y + height > bottom && !pen.fresh)) {
            begin(pen, m_items[at]);
            broken = false;
        }
        for (; at < end; ++at) {
            const Block& block = m_items[at].block;
            if (pen.fresh && !block.draw) {
                continue; // no space at the top of a page
            }
            if (pen.y + block.height > bottom && !pen.fresh) {
                begin(pen, m_items[at]);
            }
            pen.pages.back().push_back({at, pen.y});
            pen.y += block.height;
            pen.fresh = false;
        }
    }
    return std::move(pen.pages);
}

void Flow::draw(Canvas& canvas, const std::vector<Placed>& page) const
{
    for (const Placed& placed : page) {
        const bool isHead = (placed.block & kHeadFlag) != 0;
        const Block& block = isHead ? m_heads[placed.block & ~kHeadFlag] : m_items[placed.block].block;
        if (block.draw) {
            block.draw(canvas, m_page.left, placed.y);
        }
    }
}

} // namespace autochain::report
