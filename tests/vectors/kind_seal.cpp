// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed headers of Ethereum up to the merge, one in RLP and hex on each line; empty lines and such that start with '#'
// are skipped. Every seal is checked with the cache of its own epoch, and broken on purpose as well: one bit of the
// nonce, of the mix or of what was sealed, and a difficulty that the work does not reach.
#include "check.h"

#include "caches.h"

#include <algorithm>
#include <sstream>

namespace autochain::vectors
{
namespace
{

struct Line {
    std::string name;
    std::string hex;
    std::optional<Header> header; // none: not decoded
    std::optional<ethash::Epoch> epoch;
};

std::vector<Line> linesOf(const Input& file)
{
    std::istringstream text{std::string(file.view())};
    std::vector<Line> lines;
    std::string line;
    for (int number = 1; std::getline(text, line); ++number) {
        line.erase(std::remove_if(line.begin(), line.end(), [](unsigned char c) { return c <= ' '; }), line.end());
        if (line.empty() || line.front() == '#') {
            continue;
        }
        Line& entry = lines.emplace_back(Line{"line " + std::to_string(number), line, {}, {}});
        const auto bytes = fromHex(line);
        const auto header = bytes.ok() ? decodeHeader(*bytes) : Result<Header>(CodecError::NotCanonical);
        if (header.ok() && encodeHeader(*header) == *bytes) {
            entry.header = *header;
            entry.epoch = ethash::epochOf(header->number, ChainRules{});
            entry.name += ", block " + std::to_string(header->number);
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
        return (a.epoch ? a.epoch->index : 0) < (b.epoch ? b.epoch->index : 0);
    });
    return lines;
}

// The same header, spoiled in one place each.
std::vector<Header> spoiled(const Header& header)
{
    std::vector<Header> out(4, header);
    out[0].nonce.bytes[7] ^= 1;
    out[1].mixHash.bytes[31] ^= 1;
    out[2].stateRoot.bytes[0] ^= 0x80;
    out[3].difficulty = U256::max();
    return out;
}

std::string problemOf(const Header& header, const ethash::LightCache& cache)
{
    std::vector<Header> all = spoiled(header);
    all.push_back(header);
    std::vector<const Header*> pointers;
    for (const Header& one : all) {
        pointers.push_back(&one);
    }
    const auto verdicts = ethash::brokenSeals(cache, pointers, ChainRules{});
    if (verdicts.back()) {
        return std::string("seal refused: ") + nameOf(*verdicts.back());
    }
    const bool anySpoiledTaken = std::any_of(verdicts.begin(), verdicts.end() - 1, [](const auto& v) { return !v; });
    return anySpoiledTaken ? "a spoiled seal is taken" : "";
}

void check(const Input& file, Report& report)
{
    Caches caches;
    for (const Line& line : linesOf(file)) {
        if (!line.header || !line.epoch) {
            report.add(line.name, "no header, or of no epoch");
        } else {
            report.add(line.name, problemOf(*line.header, caches.of(*line.epoch)));
        }
    }
}

const Kind kSeal("seal", "sealed mainnet headers, one in RLP and hex on each line", check);

} // namespace
} // namespace autochain::vectors
