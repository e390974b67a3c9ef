// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/car.h"
#include "fuzz.h"

using namespace autochain;

namespace
{
struct Walked {
    std::vector<CarBlock> blocks;
    std::vector<Cid> roots;
    bool broken = false;
    bool whole = false;
};
Walked walk(BytesView car, std::size_t step)
{
    Walked out;
    CarReader reader;
    while (!car.empty() && !out.broken) {
        const std::size_t now = std::min(step, car.size());
        reader.feed(car.first(now));
        car = car.subspan(now);
        for (;;) {
            auto block = reader.next();
            out.broken = !block.ok();
            if (!block.ok() || !*block) {
                break;
            }
            out.blocks.push_back(std::move(**block));
        }
    }
    out.roots = reader.roots();
    out.whole = !out.broken && reader.isWhole();
    return out;
}
} // namespace

// The pieces it comes in make no difference.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    const Walked whole = walk(input, size);
    const Walked pieces = walk(input, 13);
    fuzz::require(whole.broken == pieces.broken && whole.whole == pieces.whole, "the same verdict");
    fuzz::require(whole.blocks.size() == pieces.blocks.size() && whole.roots == pieces.roots, "the same blocks");
    for (std::size_t i = 0; i < whole.blocks.size(); ++i) {
        fuzz::require(whole.blocks[i].cid == pieces.blocks[i].cid && whole.blocks[i].bytes == pieces.blocks[i].bytes,
                      "the same block");
        fuzz::require(whole.blocks[i].bytes.size() < size, "no more than came");
    }
    return 0;
}
