// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/inflate.h"

#include <algorithm>
#include <zlib.h>

namespace autochain::report
{
namespace
{
constexpr uInt kStep = 256 * 1024;

struct Run {
    QByteArray out;
    qsizetype used = 0; // of the data
    bool whole = false;
};

Run run(QByteArrayView data, qsizetype most)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) {
        return {};
    }
    // zlib does not write through next_in.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(data.data())); // NOLINT
    stream.avail_in = static_cast<uInt>(std::min<qsizetype>(data.size(), 0x7fffffff));
    Run result;
    QByteArray step(kStep, Qt::Uninitialized);
    int state = Z_OK;
    while (state == Z_OK && result.out.size() <= most) {
        stream.next_out = reinterpret_cast<Bytef*>(step.data());
        stream.avail_out = kStep;
        state = inflate(&stream, Z_NO_FLUSH);
        result.out.append(step.constData(), static_cast<qsizetype>(kStep - stream.avail_out));
    }
    result.used = static_cast<qsizetype>(stream.total_in);
    result.whole = state == Z_STREAM_END && result.out.size() <= most;
    inflateEnd(&stream);
    return result;
}
} // namespace

QByteArray deflated(const QByteArray& data)
{
    uLongf size = compressBound(static_cast<uLong>(data.size()));
    QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
    compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(data.constData()),
              static_cast<uLong>(data.size()), Z_BEST_COMPRESSION);
    out.resize(static_cast<qsizetype>(size));
    return out;
}

std::optional<QByteArray> inflated(const QByteArray& data, qsizetype most)
{
    Run result = run(data, most);
    return result.whole && result.used == data.size() ? std::optional(std::move(result.out)) : std::nullopt;
}

std::optional<QByteArray> inflatedBeginning(QByteArrayView data, qsizetype& budget)
{
    Run result = run(data, budget);
    budget -= std::min(budget, result.out.size());
    return result.whole ? std::optional(std::move(result.out)) : std::nullopt;
}

} // namespace autochain::report
