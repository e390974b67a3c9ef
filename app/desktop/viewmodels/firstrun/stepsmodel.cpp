// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/firstrun/stepsmodel.h"

namespace autochain::desktop
{

void StepsModel::show(const QStringList& names, int current)
{
    std::vector<StepRow> rows;
    for (int i = 0; i < names.size(); ++i) {
        rows.push_back({names[i], i < current ? QStringLiteral("done")
                                              : (i == current ? QStringLiteral("current") : QStringLiteral("todo"))});
    }
    setRows(std::move(rows));
}

} // namespace autochain::desktop
