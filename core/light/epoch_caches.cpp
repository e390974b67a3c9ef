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

QString pathOf(const std::string& folder, const ethash::Epoch& epoch)
{
    return QDir(QString::fromStdString(folder)).filePath(fileName(epoch));
}

// None where the file is not there, short, long or damaged.
EpochCaches::Cache load(const std::string& folder, const ethash::Epoch& epoch)
{
    QFile file(pathOf(folder, epoch));
    const auto size = static_cast<qint64>(ethash::cacheBytes(epoch.index) + kChecksumBytes);
    if (folder.empty() || !file.open(QIODevice::ReadOnly) || file.size() != size) {
        return nullptr;
    }
    const uchar* const mapped = file.map(0, size);
    if (mapped == nullptr) {
        return nullptr;
    }
    const BytesView whole(mapped, static_cast<std::size_t>(size));
    const BytesView bytes = whole.subspan(kChecksumBytes);
    if (sha256(bytes) != Hash32::from(whole.first(kChecksumBytes))) {
        return nullptr;
    }
    auto cache = ethash::LightCache::adopt(epoch, bytes);
    return cache.ok() ? std::make_shared<ethash::LightCache>(std::move(cache).value()) : nullptr;
}

void dropOld(const QDir& folder)
{
    const QStringList kept = folder.entryList({QStringLiteral("ethash-*.cache")}, QDir::Files, QDir::Time);
    for (qsizetype i = kCachesOnDisk; i < kept.size(); ++i) {
        QFile::remove(folder.filePath(kept[i]));
    }
}

// A folder that cannot be written costs the time again at the next start and nothing else.
bool save(const std::string& folder, const ethash::LightCache& cache)
{
    const QDir dir(QString::fromStdString(folder));
    QSaveFile file(pathOf(folder, cache.epoch()));
    const auto write = [&file](BytesView bytes) {
        const auto size = static_cast<qint64>(bytes.size());
        return file.write(reinterpret_cast<const char*>(bytes.data()), size) == size;
    };
    const bool saved = dir.mkpath(QStringLiteral(".")) && file.open(QIODevice::WriteOnly) &&
                       write(sha256(cache.bytes()).view()) && write(cache.bytes()) && file.commit();
    dropOld(dir);
    return saved;
}
} // namespace

QFuture<std::shared_ptr<EpochCaches::Cache>> EpochCaches::get(const ethash::Epoch& epoch)
{
    if (const auto known = m_wanted.find(epoch.index); known != m_wanted.end()) {
        return known->second;
    }
    while (m_wanted.size() >= kCachesInMemory) { // the one that is furthest away
        const bool firstIsFurther = epoch.index > m_wanted.begin()->first;
        m_wanted.erase(firstIsFurther ? m_wanted.begin() : std::prev(m_wanted.end()));
    }
    auto future = inBackground([folder = m_folder, epoch]() -> Cache {
        if (auto kept = load(folder, epoch)) {
            return kept;
        }
        const Cache made = std::make_shared<ethash::LightCache>(ethash::LightCache::generate(epoch));
        if (!folder.empty()) { // those who wait for the cache need not wait for the disk
            inBackground([folder, made] { return save(folder, *made); });
        }
        return made;
    });
    m_wanted.emplace(epoch.index, future);
    return future;
}

} // namespace autochain::light
