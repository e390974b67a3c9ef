// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/folder_content_store.h"

#include "codec/cid.h"
#include "crypto/hash.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

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
    return pathOf(Cid{kCodecRaw, digest});
}

std::string FolderContentStore::pathOf(const Cid& cid) const
{
    return m_folder + "/" + cidText(cid);
}

bool FolderContentStore::has(const Hash32& digest) const
{
    return QFileInfo(QString::fromStdString(pathOf(digest))).isFile();
}

Result<Bytes> FolderContentStore::read(const Hash32& digest) const
{
    return readAtMost({kCodecRaw, digest}, kMaxBlockBytes);
}

Result<Bytes> FolderContentStore::readBlock(const Cid& cid) const
{
    return readAtMost(cid, kMaxAnyBlockBytes);
}

Result<Bytes> FolderContentStore::readAtMost(const Cid& cid, std::size_t most) const
{
    QFile file(QString::fromStdString(pathOf(cid)));
    if (!file.exists()) {
        return Error(ContentError::NotFound, {cidText(cid)});
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Error(ContentError::IoError, {pathOf(cid)}, file.errorString().toStdString());
    }
    // One byte more than is allowed, so that a file somebody swelled is noticed and not read to its end.
    const QByteArray bytes = file.read(static_cast<qint64>(most) + 1);
    if (file.error() != QFileDevice::NoError) {
        return Error(ContentError::IoError, {pathOf(cid)}, file.errorString().toStdString());
    }
    Bytes block(bytes.begin(), bytes.end());
    if (block.size() > most || sha256(block) != cid.digest) {
        return Error(ContentError::DigestMismatch, {cidText(cid)});
    }
    return block;
}

Result<Hash32> FolderContentStore::write(BytesView block) const
{
    if (block.size() > kMaxBlockBytes) {
        return tooLarge(block.size());
    }
    const Cid cid{kCodecRaw, sha256(block)};
    AC_CHECK(writeChecked(cid, block));
    return cid.digest;
}

Result<> FolderContentStore::writeBlock(const Cid& cid, BytesView block) const
{
    AC_CHECK(checkBlock(cid, block));
    return writeChecked(cid, block);
}

// Precondition: the block is what the CID names.
Result<> FolderContentStore::writeChecked(const Cid& cid, BytesView block) const
{
    if (readBlock(cid).ok()) {
        return {};
    }
    if (!QDir().mkpath(QString::fromStdString(m_folder))) {
        return Error(ContentError::IoError, {m_folder}, "the folder cannot be made");
    }
    QSaveFile file(QString::fromStdString(pathOf(cid)));
    const auto size = static_cast<qint64>(block.size());
    if (!file.open(QIODevice::WriteOnly)) {
        return Error(ContentError::IoError, {pathOf(cid)}, file.errorString().toStdString());
    }
    if (file.write(reinterpret_cast<const char*>(block.data()), size) != size || !file.commit()) {
        return fileError(file);
    }
    return {};
}

Result<> FolderContentStore::writeCopy(const Cid& cid, BytesView block) const
{
    if (!QDir().mkpath(QString::fromStdString(m_folder))) {
        return Error(ContentError::IoError, {m_folder}, "the folder cannot be made");
    }
    QTemporaryFile file(QString::fromStdString(m_folder + "/.copy-XXXXXX"));
    const auto size = static_cast<qint64>(block.size());
    if (!file.open() || file.write(reinterpret_cast<const char*>(block.data()), size) != size || !file.flush()) {
        return fileError(file);
    }
    if (std::rename(file.fileName().toStdString().c_str(), pathOf(cid).c_str()) != 0) { // over an altered one too
        return Error(ContentError::IoError, {pathOf(cid)}, std::strerror(errno));
    }
    file.setAutoRemove(false);
    return {};
}

QCoro::Task<Result<Bytes>> FolderContentStore::get(Hash32 digest)
{
    co_return read(digest);
}

QCoro::Task<Result<Hash32>> FolderContentStore::put(Bytes block)
{
    co_return write(block);
}

QCoro::Task<Result<Bytes>> FolderContentStore::fetch(Cid cid)
{
    co_return readBlock(cid);
}

QCoro::Task<Result<>> FolderContentStore::keep(Cid cid, Bytes block)
{
    co_return writeBlock(cid, block);
}

} // namespace autochain
