// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/wal_scan.h"

#include "base/bytes.h"
#include "store/durable_file.h"

#include <cerrno>
#include <fstream>

namespace autochain::store
{
namespace
{
constexpr std::size_t kHeaderBytes = 32;
constexpr std::size_t kFrameHeaderBytes = 24;
constexpr std::uint32_t kMagicLittle = 0x377f0682; // checksums over little-endian words; | 1: big-endian
constexpr std::uint32_t kVersion = 3007000;
constexpr std::uint32_t kMaxPageBytes = 65'536;

std::uint32_t bigEndian(const std::uint8_t* at)
{
    return std::uint32_t{at[0]} << 24 | std::uint32_t{at[1]} << 16 | std::uint32_t{at[2]} << 8 | at[3];
}

struct Sum {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    bool operator==(const Sum&) const = default;
};

// Section 4.2: words in pairs, each added to one running sum and the other sum to it.
Sum add(Sum sum, BytesView bytes, bool bigEndianWords)
{
    const auto word = [&](std::size_t at) {
        const std::uint32_t big = bigEndian(bytes.data() + at);
        return bigEndianWords ? big : __builtin_bswap32(big);
    };
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
        sum.first += word(at) + sum.second;
        sum.second += word(at + 4) + sum.first;
    }
    return sum;
}

struct Header {
    bool fits = false;
    bool bigEndianWords = false;
    std::uint32_t pageBytes = 0;
    std::uint32_t salt1 = 0;
    std::uint32_t salt2 = 0;
    Sum sum;
};

Header headerIn(const Bytes& raw)
{
    Header out;
    const std::uint32_t magic = bigEndian(raw.data());
    out.bigEndianWords = (magic & 1) != 0;
    out.pageBytes = bigEndian(raw.data() + 8);
    out.salt1 = bigEndian(raw.data() + 16);
    out.salt2 = bigEndian(raw.data() + 20);
    out.sum = {bigEndian(raw.data() + 24), bigEndian(raw.data() + 28)};
    const bool sane = (magic & ~1U) == kMagicLittle && bigEndian(raw.data() + 4) == kVersion && out.pageBytes >= 512 &&
                      out.pageBytes <= kMaxPageBytes && (out.pageBytes & (out.pageBytes - 1)) == 0;
    out.fits = sane && add({}, BytesView(raw).first(24), out.bigEndianWords) == out.sum;
    return out;
}

struct Frame {
    bool ours = false;   // of this round of the log; half a salt is enough, the other half may be what is damaged
    bool fits = false;   // salts and running checksum
    bool commit = false; // ends a transaction
};

Frame frameIn(const Bytes& raw, const Header& header, Sum& running)
{
    const bool firstSalt = bigEndian(raw.data() + 8) == header.salt1;
    const bool secondSalt = bigEndian(raw.data() + 12) == header.salt2;
    const Sum told{bigEndian(raw.data() + 16), bigEndian(raw.data() + 20)};
    running = add(running, BytesView(raw).first(8), header.bigEndianWords);
    running = add(running, BytesView(raw).subspan(kFrameHeaderBytes), header.bigEndianWords);
    return {firstSalt || secondSalt, firstSalt && secondSalt && running == told, bigEndian(raw.data() + 4) != 0};
}

bool readExactly(std::ifstream& file, Bytes& into)
{
    file.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size()));
    return file.gcount() == static_cast<std::streamsize>(into.size());
}

WalState scanFrames(std::ifstream& file, const Header& header)
{
    WalState out;
    Bytes raw(kFrameHeaderBytes + header.pageBytes);
    Sum running = header.sum;
    bool broken = false;
    std::uint32_t hidden = 0; // commits behind the break
    bool open = false;        // frames since the last commit
    while (readExactly(file, raw)) {
        const Frame frame = frameIn(raw, header, running);
        broken = broken || !frame.fits;
        if (!broken) {
            out.present = true;
            out.commits += frame.commit ? 1 : 0;
            open = !frame.commit;
        } else if (frame.ours) {
            out.present = true;
            open = true;
            hidden += frame.commit ? 1 : 0;
        }
    }
    // A write puts down one transaction and syncs it before the next one begins.
    out.damaged = hidden > 1;
    out.unfinished = open;
    return out;
}
} // namespace

Result<WalState> scanWal(const std::string& walPath)
{
    std::ifstream file(walPath, std::ios::binary);
    if (!file) {
        return errno == ENOENT ? Result<WalState>(WalState()) : Result<WalState>(systemError(errno, walPath, "open"));
    }
    Bytes raw(kHeaderBytes);
    if (!readExactly(file, raw)) {
        return WalState();
    }
    const Header header = headerIn(raw);
    if (header.fits) {
        return scanFrames(file, header);
    }
    // The header is synced before the first frame is written, so frames behind a broken one mean damage.
    WalState out;
    out.present = file.peek() != std::ifstream::traits_type::eof();
    out.damaged = out.present;
    return out;
}

} // namespace autochain::store
