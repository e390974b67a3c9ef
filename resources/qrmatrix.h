// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace autochain::resources
{

/// A QR code (ISO/IEC 18004, error correction M) as `side` rows of `side` modules, without its quiet zone.
struct QrMatrix {
    static constexpr int kQuietZone = 4; // modules around it that the standard asks for
    int side = 0;                        // 0: the text is empty or longer than a code can carry
    std::vector<bool> dark;
    bool isDark(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
};
QrMatrix qrMatrix(const QByteArray& text);

} // namespace autochain::resources
