// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures made to do harm.
#pragma once

#include "base/bytes.h"

#include <QByteArray>
#include <QtEndian>

#include <zlib.h>

namespace autochain
{

inline void putBig32(Bytes& to, std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        to.push_back(static_cast<std::uint8_t>(value >> shift));
    }
}

inline void putChunk(Bytes& png, std::string_view type, const Bytes& data)
{
    putBig32(png, static_cast<std::uint32_t>(data.size()));
    Bytes body = toBytes(type);
    append(body, data);
    append(png, body);
    putBig32(png, static_cast<std::uint32_t>(crc32(0, body.data(), static_cast<uInt>(body.size()))));
}

// `count` zeros, packed as tightly as zlib can: a thousandth.
inline Bytes packedZeros(std::uint64_t count)
{
    z_stream stream{};
    deflateInit(&stream, Z_BEST_COMPRESSION);
    const Bytes zeros(1 << 20);
    Bytes out;
    Bytes piece(1 << 16);
    bool last = false;
    while (!last) {
        const std::uint64_t now = std::min<std::uint64_t>(count, zeros.size());
        count -= now;
        last = count == 0;
        stream.next_in = const_cast<Bytef*>(zeros.data());
        stream.avail_in = static_cast<uInt>(now);
        do {
            stream.next_out = piece.data();
            stream.avail_out = static_cast<uInt>(piece.size());
            deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH);
            append(out, BytesView(piece).first(piece.size() - stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return out;
}

struct PngBomb {
    std::uint32_t width = 8;
    std::uint32_t height = 8;
    std::uint8_t bits = 1;          // per sample
    std::uint8_t colour = 0;        // 0: grey, 6: with alpha
    std::uint64_t imageBytes = 0;   // zeros in the image data; 0: as many as belong there
    std::uint64_t textBytes = 0;    // zeros in a packed text
    std::uint64_t profileBytes = 0; // zeros in a packed colour profile
};

inline Bytes makePng(const PngBomb& bomb)
{
    Bytes png{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    Bytes head;
    putBig32(head, bomb.width);
    putBig32(head, bomb.height);
    append(head, Bytes{bomb.bits, bomb.colour, 0, 0, 0});
    putChunk(png, "IHDR", head);
    if (bomb.profileBytes > 0) {
        Bytes profile{'x', 0, 0};
        append(profile, packedZeros(bomb.profileBytes));
        putChunk(png, "iCCP", profile);
    }
    if (bomb.textBytes > 0) {
        Bytes text{'C', 'o', 'm', 'm', 'e', 'n', 't', 0, 0};
        append(text, packedZeros(bomb.textBytes));
        putChunk(png, "zTXt", text);
    }
    const std::uint64_t samples = bomb.colour == 6 ? 4 : 1;
    const std::uint64_t row = 1 + (bomb.width * samples * bomb.bits + 7) / 8;
    putChunk(png, "IDAT", packedZeros(bomb.imageBytes > 0 ? bomb.imageBytes : row * bomb.height));
    putChunk(png, "IEND", {});
    return png;
}

// A GIF that says its screen and its one picture are so large, and has a few bytes for it.
inline Bytes makeGif(std::uint16_t width, std::uint16_t height)
{
    const auto low = [](std::uint16_t v) { return static_cast<std::uint8_t>(v); };
    const auto high = [](std::uint16_t v) { return static_cast<std::uint8_t>(v >> 8); };
    return {'G',          'I',  'F', '8', '9',  'a', low(width), high(width), low(height),
            high(height), 0x80, 0,   0,   0,    0,   0,          255,         255,
            255,          0x2c, 0,   0,   0,    0,   low(width), high(width), low(height),
            high(height), 0,    2,   2,   0x44, 1,   0,          0x3b};
}

} // namespace autochain
