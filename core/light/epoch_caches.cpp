// SPDX-License-Identifier: GPL-3.0-or-later
#include "light/epoch_caches.h"

#include "crypto/hash.h"
#include "light/background.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace autochain::light
{
namespace
{
constexpr std::size_t kCachesInMemory = 2;
constexpr int kCachesOnDisk = 3;
constexpr std::size_t kChecksumBytes = 32;

QString fileName(const ethash::Epoch& epoch)
{
    return QStringLiteral("ethash-%1-%2.cache").arg(epoch.index, 4, 10, QLatin1Char('0')).arg(epoch.seedSteps);
}

std::optional<ethash::LightCache> load(const QString& path, const ethash::Epoch& epoch)
{
    QFile file(path);
    const auto size = static_cast<qint64>(ethash::cacheBytes(epoch.index) + kChecksumBytes);
    if (!file.open(QIODevice::ReadOnly) || file.size() != size) {
        return std::nullopt;
    }
    const uchar* const mapped = file.map(0, size);
    if (mapped == nullptr) {
        return std::nullopt;
    }
    const BytesView whole(mapped, static_cast<std::size_t>(size));
    const BytesView bytes = whole.subspan(kChecksumBytes);
    if (sha256(bytes) != Hash32::from(whole.first(kChecksumBytes))) {
        return std::nullopt;
    }
    auto cache = ethash::LightCache::adopt(epoch, bytes);
    return cache.ok() ? std::optional<ethash::LightCache>(std::move(cache).value()) : std::nullopt;
}

void save(const QString& path, const ethash::LightCache& cache)
{
    QSaveFile file(path);
    const Hash32 checksum = sha256(cache.bytes());
    const auto write = [&file](BytesView bytes) {
        const auto size = static_cast<qint64>(bytes.size());
        return file.write(reinterpret_cast<const char*>(bytes.data()), size) == size;
    };
    if (file.open(QIODevice::WriteOnly) && write(checksum.view()) && write(cache.bytes())) {
        file.commit();
    }
}

void dropOld(const QDir& folder)
{
    const QStringList kept = folder.entryList({QStringLiteral("ethash-*.cache")}, QDir::Files, QDir::Time);
    for (qsizetype i = kCachesOnDisk; i < kept.size(); ++i) {
        QFile::remove(folder.filePath(kept[i]));
    }
}
} // namespace

EpochCaches::Cache loadOrMake(const std::string& folder, const ethash::Epoch& epoch)
{
    if (folder.empty()) {
        return std::make_shared<ethash::LightCache>(ethash::LightCache::generate(epoch));
    }
    const QDir dir(QString::fromStdString(folder));
    const QString path = dir.filePath(fileName(epoch));
    if (auto kept = load(path, epoch)) {
        return std::make_shared<ethash::LightCache>(std::move(*kept));
    }
    auto made = std::make_shared<ethash::LightCache>(ethash::LightCache::generate(epoch));
    if (dir.mkpath(QStringLiteral("."))) {
        save(path, *made);
        dropOld(dir);
    }
    return made;
}

QFuture<std::shared_ptr<EpochCaches::Cache>> EpochCaches::get(const ethash::Epoch& epoch)
{
    if (const auto known = m_wanted.find(epoch.index); known != m_wanted.end()) {
        return known->second;
    }
    while (m_wanted.size() >= kCachesInMemory) { // the one that is furthest away
        const bool firstIsFurther = epoch.index > m_wanted.begin()->first;
        m_wanted.erase(firstIsFurther ? m_wanted.begin() : std::prev(m_wanted.end()));
    }
    auto future = inBackground([folder = m_folder, epoch] { return loadOrMake(folder, epoch); });
    m_wanted.emplace(epoch.index, future);
    return future;
}

} // namespace autochain::light
