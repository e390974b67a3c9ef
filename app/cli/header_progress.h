// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "light/light_status.h"

#include <QElapsedTimer>

namespace autochain::cli
{
// One line on the terminal while headers are checked, gone when they are.
class HeaderProgress
{
public:
    void show(const light::LightStatus& status);

private:
    QElapsedTimer m_sinceLast;
    bool m_shown = false;
};
} // namespace autochain::cli
