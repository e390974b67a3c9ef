// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks one after another, broken into pages before anything is drawn: so a page can say "3 of 12".
#pragma once

#include "report/canvas.h"

#include <functional>
#include <optional>
#include <vector>

namespace autochain::report
{

struct Page {
    QSizeF size; // points
    double left = 48, right = 48, top = 60, bottom = 46;
    double width() const { return size.width() - left - right; }
    double height() const { return size.height() - top - bottom; }
};

struct Block {
    double height = 0;
    std::function<void(Canvas&, double x, double y)> draw; // upper left corner; empty: space
    bool keepWithNext = false;                             // never the last on its page
};

class Flow
{
public:
    explicit Flow(const Page& page) : m_page(page) {}

    const Page& page() const { return m_page; }
    void add(Block block);
    void space(double height);
    void breakPage();
    // Repeated at the top of every page that begins from here on; empty: none.
    void setRunningHead(std::optional<Block> head);

    struct Placed {
        std::size_t block;
        double y;
    };
    std::vector<std::vector<Placed>> pages() const;
    void draw(Canvas& canvas, const std::vector<Placed>& page) const;

private:
    struct Item {
        Block block;
        bool breaks = false;
        std::optional<std::size_t> head; // of the pages that begin at it
    };
    struct Pen {
        std::vector<std::vector<Placed>> pages;
        double y = 0;
        bool fresh = true; // nothing on the page but its head
    };
    void begin(Pen& pen, const Item& item) const;
    std::size_t groupEnd(std::size_t from, double& height) const;

    Page m_page;
    std::vector<Item> m_items;
    std::vector<Block> m_heads;
    std::optional<std::size_t> m_head;
};

} // namespace autochain::report
