// SPDX-License-Identifier: GPL-3.0-or-later
#include "qrmatrix.h"

#include <memory>
#include <qrencode.h>

namespace autochain::resources
{
namespace
{
constexpr int kMaxTextBytes = 2331; // version 40, level M, 8-bit data (ISO/IEC 18004 table 7)
}

QrMatrix qrMatrix(const QByteArray& text)
{
    QrMatrix out;
    if (text.isEmpty() || text.size() > kMaxTextBytes) {
        return out;
    }
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code) {
        return out;
    }
    out.side = code->width;
    out.dark.resize(static_cast<std::size_t>(out.side) * static_cast<std::size_t>(out.side));
    for (std::size_t i = 0; i < out.dark.size(); ++i) {
        out.dark[i] = (code->data[i] & 1) != 0; // bit 0 of a module is its colour (qrencode.h)
    }
    return out;
}

} // namespace autochain::resources
