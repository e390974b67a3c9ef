// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/folder_content_store.h"

#include "codec/cid.h"
#include "crypto/hash.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace autochain
{
namespace
{
Error fileError(const QFileDevice& file)
{
    const bool full = file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError;
    return Error(full ? ContentError::DiskFull : ContentError::IoError, {file.fileName().toStdString()},
                 file.errorString().toStdString());
}

Error tooLarge(std::size_t size)
{
    return Error(ContentError::TooLarge, {std::to_string(size), std::to_string(kMaxBlockBytes)});
}
} // namespace

std::string FolderContentStore::pathOf(const Hash32& digest) const
{
    return m_folder + "/" + cidOfRawBlock(digest);
}

bool FolderContentStore::has(const Hash32& digest) const
{
    return QFileInfo(QString::fromStdString(pathOf(digest))).isFile();
}

Result<Bytes> FolderContentStore::read(const Hash32& digest) const
{
    QFile file(QString::fromStdString(pathOf(digest)));
    if (!file.exists()) {
        return Error(ContentError::NotFound, {cidOfRawBlock(digest)});
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Error(ContentError::IoError, {pathOf(digest)}, file.errorString().toStdString());
    }
    // One byte more than is allowed, so that a file somebody swelled is noticed and not read to its end.
    const QByteArray bytes = file.read(static_cast<qint64>(kMaxBlockBytes) + 1);
    if (file.error() != QFileDevice::NoError) {
        return Error(ContentError::IoError, {pathOf(digest)}, file.errorString().toStdString());
    }
    Bytes block(bytes.begin(), bytes.end());
    if (block.size() > kMaxBlockBytes || sha256(block) != digest) {
        return Error(ContentError::DigestMismatch, {cidOfRawBlock(digest)});
    }
    return block;
}

Result<Hash32> FolderContentStore::write(BytesView block) const
{
    if (block.size() > kMaxBlockBytes) {
        return tooLarge(block.size());
    }
    const Hash32 digest = sha256(block);
    if (has(digest) && read(digest).ok()) {
        return digest;
    }
    if (!QDir().mkpath(QString::fromStdString(m_folder))) {
        return Error(ContentError::IoError, {m_folder}, "the folder cannot be made");
    }
    QSaveFile file(QString::fromStdString(pathOf(digest)));
    const auto size = static_cast<qint64>(block.size());
    if (!file.open(QIODevice::WriteOnly)) {
        return Error(ContentError::IoError, {pathOf(digest)}, file.errorString().toStdString());
    }
    if (file.write(reinterpret_cast<const char*>(block.data()), size) != size || !file.commit()) {
        return fileError(file);
    }
    return digest;
}

QCoro::Task<Result<Bytes>> FolderContentStore::get(Hash32 digest)
{
    co_return read(digest);
}

QCoro::Task<Result<Hash32>> FolderContentStore::put(Bytes block)
{
    co_return write(block);
}

} // namespace autochain
