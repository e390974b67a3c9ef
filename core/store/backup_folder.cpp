// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup_folder.h"

#include "store/durable_file.h"
#include "store/sealed_file.h"
#include "store/settings.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>

namespace autochain::store
{
namespace
{
namespace fs = std::filesystem;
constexpr std::string_view kPrefix = "autochain-";
constexpr std::string_view kSuffix = ".acbackup";
constexpr const char* kVerified = "backup.verified/";
constexpr const char* kWordsTested = "backup.wordsTested";

std::string nameOf(const std::string& path)
{
    return fs::path(path).filename().string();
}

template <typename Number>
std::optional<Number> numberIn(const std::optional<std::string>& text)
{
    Number out = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), out).ec != std::errc()) {
        return std::nullopt;
    }
    return out;
}

BackupFile describe(const fs::path& path)
{
    BackupFile out;
    out.path = path.string();
    std::error_code ignored;
    out.bytes = fs::file_size(path, ignored);
    Bytes head(kSealedHeaderBytes);
    std::ifstream file(path, std::ios::binary);
    file.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    if (const auto header = sealedHeader(head); header.ok()) {
        out.madeAt = header->madeAt;
        out.readable = true;
    }
    return out;
}

bool isNewer(const BackupFile& a, const BackupFile& b)
{
    if (a.madeAt != b.madeAt) {
        return a.madeAt > b.madeAt;
    }
    // Within one second: "-2", "-3" … came later.
    return a.path.size() != b.path.size() ? a.path.size() > b.path.size() : a.path > b.path;
}

// Free: two backups within one second do not overwrite each other.
std::string freePath(const std::string& folder, UnixTime now)
{
    const std::string stem = folder + "/" + std::string(kPrefix) + std::to_string(now);
    std::string path = stem + std::string(kSuffix);
    for (int i = 2; fs::exists(path); ++i) {
        path = stem + "-" + std::to_string(i) + std::string(kSuffix);
    }
    return path;
}
} // namespace

bool backupDue(UnixTime now, std::optional<UnixTime> last, const BackupSchedule& schedule)
{
    const auto next = nextBackupAt(now, last, schedule);
    return next && *next <= now;
}

std::optional<UnixTime> nextBackupAt(UnixTime now, std::optional<UnixTime> last, const BackupSchedule& schedule)
{
    if (!schedule.enabled) {
        return std::nullopt;
    }
    return !last || *last > now ? now : *last + schedule.everySeconds;
}

Result<std::vector<BackupFile>> BackupFolder::list()
{
    std::vector<BackupFile> out;
    Settings settings(m_database);
    std::error_code failure;
    for (fs::directory_iterator at(m_folder, failure), end; !failure && at != end; at.increment(failure)) {
        const std::string name = at->path().filename().string();
        if (!name.starts_with(kPrefix) || !name.ends_with(kSuffix) || !at->is_regular_file(failure)) {
            continue;
        }
        BackupFile file = describe(at->path());
        AC_TRY(const auto verified, settings.get(kVerified + name));
        file.verifiedAt = numberIn<UnixTime>(verified);
        out.push_back(std::move(file));
    }
    if (failure && failure != std::errc::no_such_file_or_directory) {
        return systemError(failure.value(), m_folder, "list");
    }
    std::sort(out.begin(), out.end(), isNewer);
    return out;
}

Result<std::optional<UnixTime>> BackupFolder::last(UnixTime now)
{
    AC_TRY(const auto files, list());
    for (const BackupFile& file : files) {
        if (file.readable && file.verifiedAt && file.madeAt <= now) {
            return std::optional(file.madeAt);
        }
    }
    return std::optional<UnixTime>();
}

Result<BackupFolder::Draft> BackupFolder::prepare(const SecretBytes& backupKey, UnixTime now)
{
    std::error_code failure;
    if (fs::create_directories(m_folder, failure); failure) {
        return systemError(failure.value(), m_folder, "create");
    }
    Draft draft{{}, freePath(m_folder, now), now};
    AC_TRY(draft.file, writeBackup(m_database, backupKey, now));
    return draft;
}

Result<BackupReport> BackupFolder::place(const Draft& draft, const SecretBytes& backupKey)
{
    const auto verify = [&]() -> Result<BackupReport> {
        AC_CHECK(writeDurably(draft.path, draft.file));
        AC_TRY(const Bytes read, readBackupFile(draft.path));
        if (read != draft.file) {
            return Error(StoreError::BadBackup, {}, "read back, the file is another than was written");
        }
        return drillBackup(read, backupKey, draft.now);
    };
    Result<BackupReport> report = verify();
    if (!report.ok()) {
        std::error_code ignored;
        fs::remove(draft.path, ignored);
    }
    return report;
}

Result<> BackupFolder::finish(const Draft& draft, int keep)
{
    AC_CHECK(note(draft.path, draft.now));
    return rotate(draft.path, keep);
}

Result<BackupReport> BackupFolder::make(const SecretBytes& backupKey, UnixTime now, int keep)
{
    AC_TRY(const Draft draft, prepare(backupKey, now));
    AC_TRY(BackupReport report, place(draft, backupKey));
    AC_CHECK(finish(draft, keep));
    return report;
}

Result<BackupReport> BackupFolder::drill(const std::string& path, const SecretBytes& backupKey, UnixTime now)
{
    AC_TRY(const Bytes file, readBackupFile(path));
    AC_TRY(BackupReport report, drillBackup(file, backupKey, now));
    AC_CHECK(note(path, now));
    return report;
}

Result<> BackupFolder::note(const std::string& path, UnixTime now)
{
    std::error_code ignored;
    if (!fs::equivalent(fs::path(path).parent_path(), m_folder, ignored)) {
        return {};
    }
    return Settings(m_database).set(kVerified + nameOf(path), std::to_string(now));
}

// `newest` has just been verified and always stays, whatever the others claim about their age. What cannot be read is
// left alone: a newer program may have written it. So is what this store never verified: it may be somebody else's.
Result<> BackupFolder::rotate(const std::string& newest, int keep)
{
    AC_TRY(const auto files, list());
    Settings settings(m_database);
    int kept = 1;
    for (const BackupFile& file : files) {
        if (file.path == newest || !file.readable || !file.verifiedAt || kept++ < keep) {
            continue;
        }
        std::error_code ignored;
        fs::remove(file.path, ignored);
        AC_CHECK(settings.remove(kVerified + nameOf(file.path)));
    }
    return {};
}

Result<BackupSchedule> backupSchedule(Database& database)
{
    Settings settings(database);
    BackupSchedule out;
    AC_TRY(const auto enabled, settings.get("backup.enabled"));
    AC_TRY(const auto every, settings.get("backup.everySeconds"));
    AC_TRY(const auto keep, settings.get("backup.keep"));
    AC_TRY(const auto folder, settings.get("backup.folder"));
    out.enabled = enabled.value_or("1") != "0";
    out.everySeconds = std::max<std::int64_t>(60, numberIn<std::int64_t>(every).value_or(out.everySeconds));
    out.keep = std::clamp(numberIn<int>(keep).value_or(out.keep), 1, 1'000);
    out.folder = folder.value_or(std::string());
    return out;
}

Result<> setBackupSchedule(Database& database, const BackupSchedule& schedule)
{
    return database.transaction([&]() -> Result<> {
        Settings settings(database);
        AC_CHECK(settings.set("backup.enabled", schedule.enabled ? "1" : "0"));
        AC_CHECK(settings.set("backup.everySeconds", std::to_string(schedule.everySeconds)));
        AC_CHECK(settings.set("backup.keep", std::to_string(schedule.keep)));
        return settings.set("backup.folder", schedule.folder);
    });
}

Result<std::string> backupFolderOf(const BackupSchedule& schedule, const std::string& home)
{
    if (schedule.folder.empty()) {
        return home + "/backups";
    }
    std::error_code ignored;
    if (!fs::is_directory(schedule.folder, ignored)) {
        return Error(StoreError::FolderGone, {schedule.folder});
    }
    return schedule.folder;
}

Result<std::optional<UnixTime>> lastWordsTest(Database& database)
{
    AC_TRY(const auto at, Settings(database).get(kWordsTested));
    return numberIn<UnixTime>(at);
}

Result<> noteWordsTest(Database& database, UnixTime now)
{
    return Settings(database).set(kWordsTested, std::to_string(now));
}

Result<Bytes> readBackupFile(const std::string& path)
{
    auto file = readWhole(path, kMaxSealedBytes);
    if (!file.ok() && file.error().is(StoreError::Corrupt)) {
        return Error(StoreError::BadBackup, {}, file.error().detail);
    }
    return file;
}

} // namespace autochain::store
