// SPDX-License-Identifier: GPL-3.0-or-later
#include "header_progress.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdio>

namespace autochain::cli
{
namespace
{
constexpr qint64 kEveryMs = 100;
}

void HeaderProgress::show(const light::LightStatus& status)
{
    if (status.phase != light::Phase::Syncing || !status.head) {
        if (m_shown) {
            std::fputs("\r\033[K", stderr);
            m_shown = false;
        }
        return;
    }
    if (m_sinceLast.isValid() && m_sinceLast.elapsed() < kEveryMs) {
        return;
    }
    m_sinceLast.start();
    m_shown = true;
    const QLocale locale;
    const QString line = QCoreApplication::translate("Cli", "Checking headers: block %1 of %2")
                             .arg(locale.toString(static_cast<qulonglong>(status.head->number)),
                                  locale.toString(static_cast<qulonglong>(status.target)));
    std::fprintf(stderr, "\r\033[K%s", qUtf8Printable(line));
}

} // namespace autochain::cli
