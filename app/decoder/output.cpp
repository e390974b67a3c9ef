// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <unistd.h>
#include <vector>

namespace autochain::decoder
{
namespace
{

void writeAll(const void* data, std::size_t size)
{
    const auto* at = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t written = write(STDOUT_FILENO, at, size);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            _exit(1); // nobody reads any more
        }
        at += written;
        size -= static_cast<std::size_t>(written);
    }
}

void writeHead(picture::Verdict verdict, QSize size, QSize original)
{
    std::array<char, picture::kAnswerBytes> head{};
    std::memcpy(head.data(), picture::kMagic, 4);
    const std::array<int, 5> numbers{static_cast<int>(verdict), size.width(), size.height(), original.width(),
                                     original.height()};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        qToLittleEndian(static_cast<std::uint32_t>(numbers[i]), head.data() + 4 + 4 * i);
    }
    writeAll(head.data(), head.size());
}

QSize fitted(QSize size, QSize most)
{
    const bool fits = size.width() <= most.width() && size.height() <= most.height();
    return fits ? size : size.scaled(most, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

// Sums over the pixels of one row of the result; colours weighted by their alpha, so that what cannot be seen does not
// tint its neighbours.
class RowSums
{
public:
    explicit RowSums(int width) : m_sums(static_cast<std::size_t>(width)) {}

    void add(const QRgb* row, int from)
    {
        const auto to = m_sums.size();
        for (int x = 0; x < from; ++x) {
            Sum& sum = m_sums[static_cast<std::size_t>(x) * to / static_cast<std::size_t>(from)];
            const auto alpha = static_cast<std::uint64_t>(qAlpha(row[x]));
            sum.red += alpha * static_cast<std::uint64_t>(qRed(row[x]));
            sum.green += alpha * static_cast<std::uint64_t>(qGreen(row[x]));
            sum.blue += alpha * static_cast<std::uint64_t>(qBlue(row[x]));
            sum.alpha += alpha;
            ++sum.count;
        }
    }

    void flush(std::vector<std::uint8_t>& out)
    {
        out.clear();
        for (Sum& sum : m_sums) {
            const std::uint64_t weight = std::max<std::uint64_t>(sum.alpha, 1);
            for (const std::uint64_t part : {sum.red, sum.green, sum.blue}) {
                out.push_back(static_cast<std::uint8_t>((part + weight / 2) / weight));
            }
            const std::uint64_t count = std::max<std::uint64_t>(sum.count, 1);
            out.push_back(static_cast<std::uint8_t>((sum.alpha + count / 2) / count));
            sum = {};
        }
    }

private:
    struct Sum {
        std::uint64_t red = 0, green = 0, blue = 0, alpha = 0, count = 0;
    };
    std::vector<Sum> m_sums;
};

} // namespace

void writeVerdict(picture::Verdict verdict, QSize original)
{
    writeHead(verdict, {0, 0}, original);
}

void writePicture(const QImage& image, QSize original, QSize most)
{
    const QSize size = fitted(image.size(), most);
    writeHead(picture::Verdict::Done, size, original);
    RowSums sums(size.width());
    std::vector<std::uint8_t> out;
    int row = 0;
    for (int y = 0; y < image.height(); ++y) {
        // One row at a time: Qt starts threads for larger pieces, and there are none to be had here.
        const QImage line = image.copy(0, y, image.width(), 1).convertToFormat(QImage::Format_ARGB32);
        sums.add(reinterpret_cast<const QRgb*>(line.constScanLine(0)), image.width());
        const int nextRow = static_cast<int>(static_cast<qint64>(y + 1) * size.height() / image.height());
        if (nextRow > row) {
            row = nextRow;
            sums.flush(out);
            writeAll(out.data(), out.size());
        }
    }
}

} // namespace autochain::decoder
