// SPDX-License-Identifier: GPL-3.0-or-later
#include "network_io.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace autochain::cli
{
namespace
{
constexpr qint64 kLargestNetworkFile = 256 * 1024;
}

Result<NetworkFile> readNetworkFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestNetworkFile) {
        return Error(StoreError::NoAccess, {path.toStdString()}, file.errorString().toStdString());
    }
    const QByteArray text = file.readAll();
    return parseNetworkFile(asBytes(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))),
                            QFileInfo(path).absolutePath().toStdString(), Contracts::MayBeMissing);
}

Result<> writeNetwork(const NetworkFile& network, const QString& path)
{
    const std::string text = writeNetworkFile(network, QFileInfo(path).absolutePath().toStdString());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0 ||
        !file.commit()) {
        return Error(StoreError::NoAccess, {path.toStdString()}, file.errorString().toStdString());
    }
    return {};
}

} // namespace autochain::cli
