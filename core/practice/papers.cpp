// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/papers.h"

#include <QByteArray>

#include <array>
#include <cstdio>

namespace autochain::practice
{
namespace
{
// ISO 32000-1, 7.3.4.2: these three are escaped in a string.
std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '(' || c == ')' || c == '\\') {
            out += '\\';
        }
        out += static_cast<unsigned char>(c) < 0x80 ? c : '?';
    }
    return out;
}

std::string pageText(const std::string& heading, const std::vector<std::string>& lines)
{
    std::string out = "BT /F1 18 Tf 56 780 Td (" + escaped(heading) + ") Tj /F1 11 Tf 0 -14 Td\n";
    for (const std::string& line : lines) {
        out += "0 -18 Td (" + escaped(line) + ") Tj\n";
    }
    return out + "ET\n";
}

constexpr int kDigitWidth = 22;
constexpr int kDigitHeight = 36;
constexpr int kMargin = 8;
constexpr std::uint8_t kGround = 18;
constexpr std::uint8_t kLit = 236;

// Segments of each digit, bit 0 the upper bar, then clockwise, bit 6 the middle one.
constexpr std::array<std::uint8_t, 10> kSegments = {0x3f, 0x06, 0x5b, 0x4f, 0x66, 0x6d, 0x7d, 0x07, 0x7f, 0x6f};

struct Box {
    int x, y, width, height;
};
constexpr std::array<Box, 7> kBoxes = {
    {{4, 2, 12, 3}, {16, 4, 3, 13}, {16, 19, 3, 13}, {4, 31, 12, 3}, {1, 19, 3, 13}, {1, 4, 3, 13}, {4, 16, 12, 3}}};

void append32(QByteArray& out, std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        out.append(static_cast<char>((value >> shift) & 0xffU));
    }
}

// ISO/IEC 15948, annex D.
std::uint32_t crc32(const QByteArray& data)
{
    std::uint32_t crc = 0xffffffffU;
    for (const char byte : data) {
        crc ^= static_cast<std::uint8_t>(byte);
        for (int i = 0; i < 8; ++i) {
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xedb88320U : crc >> 1U;
        }
    }
    return ~crc;
}

void appendChunk(QByteArray& out, const char* type, const QByteArray& data)
{
    append32(out, static_cast<std::uint32_t>(data.size()));
    const QByteArray body = QByteArray(type, 4) + data;
    out.append(body);
    append32(out, crc32(body));
}
} // namespace

Bytes makePdf(const std::string& heading, const std::vector<std::string>& lines)
{
    const std::string text = pageText(heading, lines);
    const std::array<std::string, 5> objects = {
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> "
        ">>",
        "<< /Length " + std::to_string(text.size()) + " >>\nstream\n" + text + "endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    std::string out = "%PDF-1.4\n";
    std::string table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        std::array<char, 24> entry{};
        std::snprintf(entry.data(), entry.size(), "%010zu 00000 n \n", out.size());
        table += entry.data();
        out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(out.size());
    out += "xref\n0 6\n" + table + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
    return toBytes(std::string_view(out));
}

Bytes makeOdometerPng(std::uint32_t km)
{
    const std::string digits = std::to_string(km);
    const int width = 2 * kMargin + kDigitWidth * static_cast<int>(digits.size());
    const int height = 2 * kMargin + kDigitHeight;
    QByteArray rows((width + 1) * height, static_cast<char>(kGround));
    for (int y = 0; y < height; ++y) {
        rows[y * (width + 1)] = 0; // no filter
    }
    for (std::size_t d = 0; d < digits.size(); ++d) {
        const std::uint8_t lit = kSegments[static_cast<std::size_t>(digits[d] - '0')];
        for (std::size_t s = 0; s < kBoxes.size(); ++s) {
            const Box& box = kBoxes[s];
            for (int y = 0; ((lit >> s) & 1U) != 0 && y < box.height; ++y) {
                const int row = kMargin + box.y + y;
                const int column = kMargin + static_cast<int>(d) * kDigitWidth + box.x;
                for (int x = 0; x < box.width; ++x) {
                    rows[row * (width + 1) + 1 + column + x] = static_cast<char>(kLit);
                }
            }
        }
    }
    QByteArray head;
    append32(head, static_cast<std::uint32_t>(width));
    append32(head, static_cast<std::uint32_t>(height));
    head.append("\x08\x00\x00\x00\x00", 5); // 8 bits, grey
    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    appendChunk(png, "IHDR", head);
    appendChunk(png, "IDAT", qCompress(rows, 9).mid(4)); // Qt puts the length before the zlib stream
    appendChunk(png, "IEND", {});
    return Bytes(png.begin(), png.end());
}

} // namespace autochain::practice
