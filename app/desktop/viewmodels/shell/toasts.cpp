// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/toasts.h"

namespace autochain::desktop
{
namespace
{
constexpr qsizetype kMostLogged = 200;
}

void Toasts::show(const QString& text)
{
    m_log.append(text);
    if (m_log.size() > kMostLogged) {
        m_log.removeFirst();
    }
    emit shown(text);
}

} // namespace autochain::desktop
