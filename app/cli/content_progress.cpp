// SPDX-License-Identifier: GPL-3.0-or-later
#include "content_progress.h"

#include <QLocale>

#include <cstdio>
#include <unistd.h>

namespace autochain::cli
{
namespace
{
constexpr std::uint64_t kSmall = 8 * 1024 * 1024; // bytes that are there before anybody asks

bool onTerminal()
{
    return isatty(STDERR_FILENO) == 1;
}

qint64 everyMs()
{
    return onTerminal() ? 100 : 5'000;
}
} // namespace

ContentProgress::~ContentProgress()
{
    if (m_shown && onTerminal()) {
        std::fputs("\r\033[K", stderr);
    }
}

void ContentProgress::show(std::uint64_t done, std::uint64_t all)
{
    if (std::max(done, all) < kSmall || m_sinceLast.elapsed() < everyMs()) {
        return;
    }
    m_sinceLast.start();
    m_shown = true;
    const QLocale locale;
    QString line = m_what + QStringLiteral(": ") + locale.formattedDataSize(static_cast<qint64>(done));
    if (all > 0) {
        line += QStringLiteral(" / ") + locale.formattedDataSize(static_cast<qint64>(all));
    }
    std::fprintf(stderr, onTerminal() ? "\r\033[K%s" : "%s\n", qUtf8Printable(line));
}

} // namespace autochain::cli
