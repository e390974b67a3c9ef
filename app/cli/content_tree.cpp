// SPDX-License-Identifier: GPL-3.0-or-later
#include "content_tree.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>

namespace autochain::cli
{
namespace
{

Error ioError(const QString& path, const QString& why)
{
    return Error(ContentError::IoError, {path.toStdString()}, why.toStdString());
}

struct Item {
    Cid cid;
    QString path;  // on the disk
    QString shown; // from the root
    std::size_t depth = 0;
};

struct Job {
    BlockSource& from;
    ReadLimits limits;
    ReadProgress progress;
    Written written;
    std::vector<Item> waiting;
    std::size_t entries = 0;
};

// `file` is closed: what is inside of a folder needs no care of its own, the folder is moved to its place as a whole.
QCoro::Task<Result<>> writeInto(QFileDevice& file, Job& job, const Item item)
{
    if (!file.open(QIODevice::WriteOnly)) {
        co_return ioError(item.path, file.errorString());
    }
    const auto sink = [&file](BytesView piece) {
        const auto size = static_cast<qint64>(piece.size());
        return file.write(reinterpret_cast<const char*>(piece.data()), size) == size
                   ? Result<>()
                   : Result<>(ioError(file.fileName(), file.errorString()));
    };
    ReadLimits limits = job.limits;
    limits.maxFileBytes -= std::min(limits.maxFileBytes, job.written.bytes);
    AC_CO_TRY(const std::uint64_t size, co_await readFile(job.from, item.cid, limits, sink, job.progress));
    job.written.bytes += size;
    ++job.written.files;
    co_return Unit{};
}

QCoro::Task<Result<>> writeOne(Job& job, const Item item)
{
    if (item.depth > 0) {
        QFile file(item.path);
        AC_CO_CHECK(co_await writeInto(file, job, item));
        if (!file.flush()) {
            co_return ioError(item.path, file.errorString());
        }
        co_return Unit{};
    }
    QSaveFile file(item.path);
    AC_CO_CHECK(co_await writeInto(file, job, item));
    if (!file.commit()) {
        co_return ioError(item.path, file.errorString());
    }
    co_return Unit{};
}

QCoro::Task<Result<>> takeFolder(Job& job, const Item item)
{
    if (item.depth >= job.limits.maxDepth) {
        co_return Error(ContentError::TooDeep, {cidText(item.cid), std::to_string(job.limits.maxDepth)});
    }
    AC_CO_TRY(const auto entries, co_await readFolder(job.from, item.cid, job.limits));
    job.entries += entries.size();
    if (job.entries > job.limits.maxEntries) {
        co_return Error(ContentError::TooManyEntries, {cidText(item.cid), std::to_string(job.limits.maxEntries)});
    }
    if (!QDir().mkpath(item.path)) {
        co_return ioError(item.path, QStringLiteral("the folder cannot be made"));
    }
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) { // the first on top: a CAR's order
        const QString name = QString::fromUtf8(entry->name.data(), static_cast<qsizetype>(entry->name.size()));
        job.waiting.push_back(
            {entry->cid, item.path + QLatin1Char('/') + name, item.shown + QLatin1Char('/') + name, item.depth + 1});
    }
    co_return Unit{};
}

QCoro::Task<Result<>> writeAll(Job& job)
{
    while (!job.waiting.empty()) {
        const Item item = job.waiting.back();
        job.waiting.pop_back();
        AC_CO_TRY(const Bytes block, co_await job.from.fetch(item.cid));
        AC_CO_CHECK(checkBlock(item.cid, block));
        AC_CO_TRY(const Inspected found, inspect(item.cid, block));
        if (found.kind == NodeKind::Symlink) {
            const QString target = QString::fromUtf8(found.target.data(), static_cast<qsizetype>(found.target.size()));
            job.written.symlinks.append(item.shown + QStringLiteral(" -> ") + target);
        } else if (found.kind == NodeKind::File) {
            AC_CO_CHECK(co_await writeOne(job, item));
        } else {
            AC_CO_CHECK(co_await takeFolder(job, item));
        }
    }
    co_return Unit{};
}

} // namespace

QCoro::Task<Result<Written>> writeTree(BlockSource& from, Cid root, QString path, ReadLimits limits,
                                       ReadProgress progress)
{
    AC_CO_TRY(const Inspected found, co_await inspectAt(from, root));
    Job job{from, limits, std::move(progress), {}, {}, 0};
    const Item whole{root, path, {}, 0}; // never a braced list within a co_await (GCC 12)
    if (found.kind == NodeKind::File) {
        AC_CO_CHECK(co_await writeOne(job, whole));
        co_return job.written;
    }
    if (found.kind == NodeKind::Symlink) {
        co_return Error(ContentError::NotAFile, {cidText(root)}, "a link to " + found.target);
    }
    if (QFileInfo::exists(path)) {
        co_return ioError(path, QStringLiteral("there is something already"));
    }
    QTemporaryDir aside(path + QStringLiteral(".XXXXXX")); // beside it, so that it can be renamed; gone after an error
    if (!aside.isValid()) {
        co_return ioError(path, aside.errorString());
    }
    job.written.isFolder = true;
    const QString made = aside.filePath(QStringLiteral("tree"));
    job.waiting.push_back({root, made, {}, 0});
    AC_CO_CHECK(co_await writeAll(job));
    if (!QDir().rename(made, path)) {
        co_return ioError(path, QStringLiteral("the folder cannot be put there"));
    }
    co_return job.written;
}

} // namespace autochain::cli
