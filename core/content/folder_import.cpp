// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/folder_import.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace autochain
{
namespace
{

constexpr qint64 kPieceBytes = 4 * static_cast<qint64>(kChunkBytes);

struct Walk {
    const BlockSink& sink;
    ImportProgress progress;
    std::uint64_t doneBytes = 0;
    std::size_t entries = 0;
};

Error ioError(const std::string& path, const QString& why)
{
    return Error(ContentError::IoError, {path}, why.toStdString());
}

Result<Imported> importFile(const QString& path, Walk& walk)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return ioError(path.toStdString(), file.errorString());
    }
    const std::uint64_t before = walk.doneBytes;
    const auto report = [&walk, before](std::uint64_t done) {
        walk.doneBytes = before + done;
        if (walk.progress) {
            walk.progress(walk.doneBytes);
        }
    };
    return importDevice(file, path.toStdString(), walk.sink, report);
}

Result<Imported> importAny(const QFileInfo& info, Walk& walk, int depth);

Result<Imported> importTree(const QString& path, Walk& walk, int depth)
{
    if (depth > kMaxFolderDepth) {
        return Error(ContentError::TooDeep, {path.toStdString(), std::to_string(kMaxFolderDepth)});
    }
    QDir folder(path);
    if (!folder.isReadable()) {
        return ioError(path.toStdString(), QStringLiteral("the folder cannot be read"));
    }
    // QDir::System: links that lead nowhere, devices and pipes are met, not passed over.
    const auto found = folder.entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot, QDir::NoSort);
    std::vector<FolderEntry> entries;
    for (const QFileInfo& info : found) {
        if (++walk.entries > kMaxFolderEntries) {
            return Error(ContentError::TooManyEntries, {path.toStdString(), std::to_string(kMaxFolderEntries)});
        }
        AC_TRY(const Imported made, importAny(info, walk, depth + 1));
        entries.push_back({QFile::encodeName(info.fileName()).toStdString(), made});
    }
    return importFolder(std::move(entries), walk.sink);
}

Result<Imported> importAny(const QFileInfo& info, Walk& walk, int depth)
{
    if (info.isSymbolicLink()) {
        std::error_code failed;
        const auto target = std::filesystem::read_symlink(info.filePath().toStdString(), failed);
        return failed
                   ? Result<Imported>(ioError(info.filePath().toStdString(), QString::fromStdString(failed.message())))
                   : importSymlink(target.string(), walk.sink);
    }
    if (info.isDir()) {
        return importTree(info.filePath(), walk, depth);
    }
    if (!info.isFile()) {
        return ioError(info.filePath().toStdString(), QStringLiteral("neither a file nor a folder"));
    }
    return importFile(info.filePath(), walk);
}

} // namespace

Result<Imported> importDevice(QIODevice& device, const std::string& name, const BlockSink& sink,
                              const ImportProgress& progress)
{
    FileImporter importer(sink);
    Bytes piece(static_cast<std::size_t>(kPieceBytes));
    std::uint64_t done = 0;
    while (true) {
        const qint64 got = device.read(reinterpret_cast<char*>(piece.data()), kPieceBytes);
        if (got < 0) {
            return ioError(name, device.errorString());
        }
        if (got == 0) {
            return importer.finish();
        }
        AC_CHECK(importer.add(BytesView(piece).first(static_cast<std::size_t>(got))));
        done += static_cast<std::uint64_t>(got);
        if (progress) {
            progress(done);
        }
    }
}

Result<Imported> importPath(const std::string& path, const BlockSink& sink, const ImportProgress& progress)
{
    Walk walk{sink, progress, 0, 0};
    const QFileInfo info(QString::fromStdString(path));
    // What is named itself is followed (Kubo's --dereference-args): only what lies inside of a folder is not.
    return info.isDir() ? importTree(info.filePath(), walk, 0) : importFile(info.filePath(), walk);
}

} // namespace autochain
