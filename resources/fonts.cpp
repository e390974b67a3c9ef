// SPDX-License-Identifier: GPL-3.0-or-later
#include "fonts.h"

#include <QDir>
#include <QFontDatabase>

namespace autochain::resources
{

bool loadFonts()
{
    const QDir folder(QStringLiteral(":/autochain/fonts"));
    const auto files = folder.entryInfoList(QDir::Files);
    bool all = !files.isEmpty();
    for (const QFileInfo& file : files)
        all = QFontDatabase::addApplicationFont(file.filePath()) >= 0 && all;
    return all;
}

} // namespace autochain::resources
