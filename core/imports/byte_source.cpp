// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/byte_source.h"

#include <algorithm>
#include <array>

#include <sys/stat.h>

namespace autochain::imports
{
namespace
{
constexpr std::size_t kPiece = 64 * 1024;
constexpr std::size_t kJudged = 512; // bytes of the beginning that tell the encoding

void appendUtf8(std::string& out, std::uint32_t code)
{
    if (code < 0x80) {
        out.push_back(static_cast<char>(code));
    } else if (code < 0x800) {
        out.push_back(static_cast<char>(0xC0U | code >> 6));
        out.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
    } else if (code < 0x10000) {
        out.push_back(static_cast<char>(0xE0U | code >> 12));
        out.push_back(static_cast<char>(0x80U | (code >> 6 & 0x3FU)));
        out.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
    } else {
        out.push_back(static_cast<char>(0xF0U | code >> 18));
        out.push_back(static_cast<char>(0x80U | (code >> 12 & 0x3FU)));
        out.push_back(static_cast<char>(0x80U | (code >> 6 & 0x3FU)));
        out.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
    }
}

// Length of the well-formed sequence at the front (RFC 3629), zero where it is none.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    if (length == 0 || length > text.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) {
            return 0;
        }
    }
    const bool tooSmall = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
    const bool outside = (first == 0xED && byte(1) > 0x9F) || (first == 0xF4 && byte(1) > 0x8F);
    return tooSmall || outside ? 0 : length;
}

// Windows-1252, 0x80-0x9F; the five that stand for nothing are the replacement character.
constexpr std::array<std::uint16_t, 32> kWindows = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
} // namespace

std::size_t MemorySource::read(std::span<char> room)
{
    const std::size_t count = std::min(room.size(), m_rest.size());
    std::copy_n(m_rest.begin(), count, room.begin());
    m_rest.remove_prefix(count);
    return count;
}

void FileSource::Close::operator()(std::FILE* file) const
{
    if (file != stdin) {
        std::fclose(file);
    }
}

Result<std::unique_ptr<FileSource>> FileSource::open(const std::string& path)
{
    auto out = std::make_unique<FileSource>();
    out->m_file.reset(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    struct stat status {
    };
    const bool isFolder = out->m_file && fstat(fileno(out->m_file.get()), &status) == 0 && S_ISDIR(status.st_mode);
    if (!out->m_file || isFolder) {
        return Error(VehicleError::CannotImport, {path});
    }
    return out;
}

std::size_t FileSource::read(std::span<char> room)
{
    return std::fread(room.data(), 1, room.size(), m_file.get());
}

void TextSource::findEncoding()
{
    const auto starts = [this](std::string_view mark) { return m_raw.compare(0, mark.size(), mark) == 0; };
    // Without a mark: text of mostly Latin letters has a zero in every second byte.
    std::array<std::size_t, 2> zeros{};
    const std::size_t looked = std::min<std::size_t>(m_raw.size(), kJudged) & ~std::size_t(1);
    for (std::size_t i = 0; i < looked; ++i) {
        zeros[i % 2] += m_raw[i] == 0 ? 1 : 0;
    }
    const bool le = looked >= 8 && zeros[1] * 10 > looked * 4 && zeros[0] == 0;
    const bool be = looked >= 8 && zeros[0] * 10 > looked * 4 && zeros[1] == 0;
    if (starts("\xEF\xBB\xBF")) {
        m_raw.erase(0, 3);
        m_encoding = Encoding::Bytes;
    } else if (starts("\xFF\xFE") || starts("\xFE\xFF")) {
        m_encoding = starts("\xFF\xFE") ? Encoding::Utf16Le : Encoding::Utf16Be;
        m_raw.erase(0, 2);
    } else {
        m_encoding = le ? Encoding::Utf16Le : be ? Encoding::Utf16Be : Encoding::Bytes;
    }
}

void TextSource::convert()
{
    const std::size_t low = m_encoding == Encoding::Utf16Le ? 0 : 1;
    std::size_t at = 0;
    for (; at + 1 < m_raw.size(); at += 2) {
        const std::uint32_t unit = static_cast<unsigned char>(m_raw[at + low]) |
                                   static_cast<std::uint32_t>(static_cast<unsigned char>(m_raw[at + 1 - low])) << 8;
        if (unit >= 0xDC00 && unit < 0xE000 && m_high != 0) {
            appendUtf8(m_ready, 0x10000 + ((m_high - 0xD800) << 10) + (unit - 0xDC00));
            m_high = 0;
            continue;
        }
        if (m_high != 0) {
            appendUtf8(m_ready, 0xFFFD);
            m_high = 0;
        }
        if (unit >= 0xD800 && unit < 0xDC00) {
            m_high = unit;
        } else {
            appendUtf8(m_ready, unit >= 0xDC00 && unit < 0xE000 ? 0xFFFD : unit);
        }
    }
    m_raw.erase(0, at);
    if (m_ended && (!m_raw.empty() || m_high != 0)) { // half a character at the end
        appendUtf8(m_ready, 0xFFFD);
        m_raw.clear();
        m_high = 0;
    }
}

std::size_t TextSource::read(std::span<char> room)
{
    if (m_encoding == Encoding::Bytes && m_at == m_ready.size()) {
        return m_inner.read(room); // the usual case: straight through
    }
    while (m_at == m_ready.size() && !m_ended) {
        m_ready.clear();
        m_at = 0;
        const std::size_t had = m_raw.size();
        m_raw.resize(had + kPiece);
        const std::size_t got = m_inner.read(std::span(m_raw).subspan(had));
        m_raw.resize(had + got);
        m_ended = got == 0;
        if (m_encoding == Encoding::Unknown) {
            // A pipe may give a byte at a time: wait until there is enough to judge by, or the end.
            if (!m_ended && m_raw.size() < kJudged) {
                continue;
            }
            findEncoding();
        }
        if (m_encoding == Encoding::Bytes) {
            m_ready.swap(m_raw);
        } else {
            convert();
        }
    }
    const std::size_t count = std::min(room.size(), m_ready.size() - m_at);
    std::copy_n(m_ready.begin() + static_cast<std::ptrdiff_t>(m_at), count, room.begin());
    m_at += count;
    return count;
}

std::string toUtf8(std::string_view text)
{
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t length = sequenceLength(rest);
        if (length == 0) {
            break;
        }
        rest.remove_prefix(length);
    }
    if (rest.empty()) {
        return std::string(text);
    }
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        appendUtf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows[byte - 0x80] : byte);
    }
    return out;
}

Result<std::string> readAll(ByteSource& source, std::size_t most, const std::string& name)
{
    std::string out;
    for (;;) {
        const std::size_t had = out.size();
        out.resize(had + kPiece);
        const std::size_t got = source.read(std::span(out).subspan(had));
        out.resize(had + got);
        if (got == 0 && !source.failed()) {
            return out;
        }
        if (got == 0 || out.size() > most) {
            return Error(VehicleError::CannotImport, {name}, got == 0 ? "reading failed" : "too large");
        }
    }
}

} // namespace autochain::imports
