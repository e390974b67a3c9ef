// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/hamt_writer.h"

#include "content/dag_pb.h"
#include "content/unixfs.h"
#include "content/unixfs_node.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

namespace autochain
{
namespace
{

constexpr std::size_t kPlaces = 256;
constexpr std::size_t kMaxLevel = 8; // a byte of the hash each
constexpr std::uint64_t kMurmur3 = 0x22;

std::uint64_t word(BytesView bytes) // little endian, up to 8 bytes
{
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        out |= static_cast<std::uint64_t>(bytes[i]) << (8 * i);
    }
    return out;
}

std::uint64_t mix(std::uint64_t k)
{
    k ^= k >> 33;
    k *= 0xff51afd7ed558ccdULL;
    k ^= k >> 33;
    k *= 0xc4ceb9fe1a85ec53ULL;
    return k ^ k >> 33;
}

struct Placed {
    std::uint64_t hash = 0;
    const FolderEntry* entry = nullptr;
};

std::size_t placeOf(const Placed& placed, std::size_t level)
{
    return static_cast<std::size_t>(placed.hash >> (56 - 8 * level)) & 0xff;
}

std::string prefixOf(std::size_t place)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    return {kDigits[place >> 4], kDigits[place & 15]};
}

// `placed` in the order of their hashes.
Result<Imported> writeShard(std::span<const Placed> placed, std::size_t level, const BlockSink& sink)
{
    if (level == kMaxLevel) {
        return Error(ContentError::TooDeep, {placed.front().entry->name, std::to_string(kMaxLevel)},
                     "names of the same hash");
    }
    dagpb::Node node;
    std::array<std::uint8_t, kPlaces / 8> bits{};
    std::uint64_t fileBytes = 0, blocks = 0;
    while (!placed.empty()) {
        const std::size_t place = placeOf(placed.front(), level);
        const auto end =
            std::find_if(placed.begin(), placed.end(), [&](const Placed& one) { return placeOf(one, level) != place; });
        const auto here = placed.first(static_cast<std::size_t>(end - placed.begin()));
        placed = placed.subspan(here.size());
        bits[bits.size() - 1 - place / 8] |= static_cast<std::uint8_t>(1U << (place % 8));
        if (here.size() == 1) {
            const FolderEntry& entry = *here.front().entry;
            node.links.push_back({entry.what.cid, prefixOf(place) + entry.name, entry.what.totalBytes});
            fileBytes += entry.what.fileBytes;
            blocks += entry.what.blocks;
            continue;
        }
        AC_TRY(const Imported below, writeShard(here, level + 1, sink));
        node.links.push_back({below.cid, prefixOf(place), below.totalBytes});
        fileBytes += below.fileBytes;
        blocks += below.blocks;
    }
    unixfs::Data data;
    data.kind = unixfs::Kind::HamtShard;
    data.bytes.assign(std::find_if(bits.begin(), bits.end(), [](std::uint8_t byte) { return byte != 0; }), bits.end());
    data.hashType = kMurmur3;
    data.fanout = kPlaces;
    AC_TRY(Imported out, writeUnixfsNode(std::move(node), data, sink));
    out.fileBytes = fileBytes;
    out.blocks += blocks;
    return out;
}

} // namespace

std::uint64_t murmur3x64(BytesView bytes)
{
    constexpr std::uint64_t kC1 = 0x87c37b91114253d5ULL, kC2 = 0x4cf5ad432745937fULL;
    const auto scramble1 = [](std::uint64_t k) { return std::rotl(k * kC1, 31) * kC2; };
    const auto scramble2 = [](std::uint64_t k) { return std::rotl(k * kC2, 33) * kC1; };
    std::uint64_t h1 = 0, h2 = 0;
    BytesView rest = bytes;
    for (; rest.size() >= 16; rest = rest.subspan(16)) {
        h1 ^= scramble1(word(rest.first(8)));
        h1 = (std::rotl(h1, 27) + h2) * 5 + 0x52dce729;
        h2 ^= scramble2(word(rest.subspan(8, 8)));
        h2 = (std::rotl(h2, 31) + h1) * 5 + 0x38495ab5;
    }
    if (rest.size() > 8) {
        h2 ^= scramble2(word(rest.subspan(8)));
    }
    h1 ^= scramble1(word(rest.first(std::min<std::size_t>(rest.size(), 8))));
    h1 ^= bytes.size();
    h2 ^= bytes.size();
    h1 += h2;
    h2 += h1;
    return mix(h1) + mix(h2);
}

Result<Imported> writeHamt(const std::vector<FolderEntry>& entries, const BlockSink& sink)
{
    std::vector<Placed> placed;
    placed.reserve(entries.size());
    for (const FolderEntry& entry : entries) {
        placed.push_back({murmur3x64(asBytes(entry.name)), &entry});
    }
    std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) { return a.hash < b.hash; });
    return writeShard(placed, 0, sink);
}

} // namespace autochain
