// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of its own, in a file system in memory where there is one: what a killed process leaves behind does not
// depend on the disk.
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace autochain::crash
{

struct Folder {
    Folder() : temporary(QDir(root()).filePath(QStringLiteral("autochain-crash-XXXXXX"))) {}
    static QString root()
    {
        const QString memory = QStringLiteral("/dev/shm");
        return QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    }
    std::string path() const { return temporary.path().toStdString(); }
    QTemporaryDir temporary;
};

} // namespace autochain::crash
