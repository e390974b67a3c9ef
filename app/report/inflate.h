// SPDX-License-Identifier: GPL-3.0-or-later
// zlib (RFC 1950) with a limit on what comes out.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace autochain::report
{
QByteArray deflated(const QByteArray& data); // level 9
// None: not a whole stream, something behind it, or more than `most` bytes.
std::optional<QByteArray> inflated(const QByteArray& data, qsizetype most);
// The stream `data` begins with, whatever follows. What comes out, also of a broken stream, is taken off `budget`.
std::optional<QByteArray> inflatedBeginning(QByteArrayView data, qsizetype& budget);
} // namespace autochain::report
