// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "verb.h"

#include "store/backup_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace autochain::cli
{
namespace
{
constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kWeek = 7 * kDay;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

std::string pathOf(const QString& file)
{
    return QFileInfo(file).absoluteFilePath().toStdString();
}

QString rhythmOf(const store::BackupSchedule& schedule)
{
    return !schedule.enabled                ? QStringLiteral("off")
           : schedule.everySeconds >= kWeek ? QStringLiteral("weekly")
                                            : QStringLiteral("daily");
}

void putReport(Output& out, const store::BackupReport& report)
{
    QJsonObject rows;
    QStringList parts;
    for (const auto& [table, count] : report.rows) {
        rows.insert(qs(table), static_cast<qint64>(count));
        parts.append(QStringLiteral("%1 %2").arg(qs(table)).arg(count));
    }
    out.json.insert(QStringLiteral("madeAt"), static_cast<qint64>(report.madeAt));
    out.json.insert(QStringLiteral("ageSeconds"), static_cast<qint64>(report.ageSeconds));
    out.json.insert(QStringLiteral("bytes"), static_cast<qint64>(report.fileBytes));
    out.json.insert(QStringLiteral("rows"), rows);
    out.json.insert(QStringLiteral("grantsOver"), static_cast<qint64>(report.expiredGrants));
    out.fact(tr("Made"), dateTime(report.madeAt));
    out.fact(tr("In it"), parts.join(QStringLiteral(", ")));
}

// Made by functions: GCC 12 destroys what a braced list made inside a coroutine twice.
Error alreadyThere(const std::string& file)
{
    return {StoreError::AlreadyExists, {file}};
}

Output listOutput(const std::vector<store::BackupFile>& files, const std::string& path)
{
    Output out;
    QJsonArray all;
    Table table({tr("Made"), tr("Bytes"), tr("Verified"), tr("File")}, {1});
    for (const store::BackupFile& file : files) {
        QJsonObject json;
        json.insert(QStringLiteral("file"), qs(file.path));
        json.insert(QStringLiteral("madeAt"), static_cast<qint64>(file.madeAt));
        json.insert(QStringLiteral("bytes"), static_cast<qint64>(file.bytes));
        json.insert(QStringLiteral("readable"), file.readable);
        json.insert(QStringLiteral("verifiedAt"), static_cast<qint64>(file.verifiedAt.value_or(0)));
        all.append(json);
        table.add({dateTime(file.madeAt), QString::number(file.bytes), dateTime(file.verifiedAt.value_or(0)),
                   QFileInfo(qs(file.path)).fileName()});
    }
    out.json.insert(QStringLiteral("folder"), qs(path));
    out.json.insert(QStringLiteral("backups"), all);
    out.lines = table.isEmpty() ? QStringList{tr("No backup yet: backup make.")} : table.lines();
    return out;
}

QCoro::Task<Result<SecretBytes>> backupKey(Context& context)
{
    SignerProcess::KeyWanted wanted;
    wanted.purpose = wire::KeyPurpose::Backup;
    co_return co_await context.signer().storeKey(std::move(wanted));
}

// Newest first: the file that would be restored.
Result<std::string> newestIn(store::BackupFolder& folder, const std::string& path)
{
    AC_TRY(const auto files, folder.list());
    for (const store::BackupFile& file : files) {
        if (file.readable) {
            return file.path;
        }
    }
    return Error(StoreError::NotFound, {path}, "no backup in the folder");
}

QCoro::Task<Result<Output>> make(Context& context, Arguments arguments)
{
    AC_CO_CHECK(co_await context.openStore());
    AC_CO_TRY(const SecretBytes key, co_await backupKey(context));
    const UnixTime now = context.clock().now();
    Output out;
    if (arguments.has("out")) {
        const std::string file = pathOf(arguments.text("out"));
        if (QFile::exists(qs(file))) {
            co_return alreadyThere(file);
        }
        AC_CO_TRY(Bytes bytes, store::writeBackup(context.database(), key, now));
        store::BackupFolder::Draft draft;
        draft.file = std::move(bytes);
        draft.path = file;
        draft.now = now;
        AC_CO_TRY(const store::BackupReport report, store::BackupFolder::place(draft, key));
        out.json.insert(QStringLiteral("file"), qs(file));
        out.fact(tr("Written and verified"), qs(file));
        putReport(out, report);
        co_return out;
    }
    AC_CO_TRY(const store::BackupSchedule schedule, store::backupSchedule(context.database()));
    AC_CO_TRY(const std::string path, store::backupFolderOf(schedule, context.options().home.toStdString()));
    store::BackupFolder folder(path, context.database());
    AC_CO_TRY(const store::BackupReport report, folder.make(key, now, schedule.keep));
    AC_CO_TRY(const std::string file, newestIn(folder, path));
    out.json.insert(QStringLiteral("file"), qs(file));
    out.fact(tr("Written and verified"), qs(file));
    putReport(out, report);
    co_return out;
}

QCoro::Task<Result<Output>> list(Context& context, Arguments)
{
    AC_CO_CHECK(co_await context.openStore());
    AC_CO_TRY(const store::BackupSchedule schedule, store::backupSchedule(context.database()));
    AC_CO_TRY(const std::string path, store::backupFolderOf(schedule, context.options().home.toStdString()));
    AC_CO_TRY(const auto files, store::BackupFolder(path, context.database()).list());
    co_return listOutput(files, path);
}

// The words are typed in the signer (or come from --secret-fd); the file is restored in memory under the key they give.
QCoro::Task<Result<Output>> drill(Context& context, Arguments arguments)
{
    AC_CO_CHECK(co_await context.openStore());
    AC_CO_TRY(const store::BackupSchedule schedule, store::backupSchedule(context.database()));
    std::string file = arguments.positional(0).isEmpty() ? std::string() : pathOf(arguments.positional(0));
    auto path = store::backupFolderOf(schedule, context.options().home.toStdString());
    if (file.empty()) {
        if (!path.ok()) {
            co_return path.error();
        }
        store::BackupFolder folder(*path, context.database());
        AC_CO_TRY(file, newestIn(folder, *path));
    }
    AC_CO_TRY(const SignerProcess::WordsTested tested, co_await context.signer().testWords());
    AC_CO_TRY(const Bytes bytes, store::readBackupFile(file));
    const UnixTime now = context.clock().now();
    AC_CO_TRY(const store::BackupReport report, store::drillBackup(bytes, tested.backupKey, now));
    const bool whole = tested.ofWords > 0 && tested.covered == tested.ofWords;
    if (whole) {
        AC_CO_CHECK(store::noteWordsTest(context.database(), now));
        if (path.ok()) {
            AC_CO_CHECK(store::BackupFolder(*path, context.database()).note(file, now));
        }
    }
    Output out;
    out.json.insert(QStringLiteral("file"), qs(file));
    out.json.insert(QStringLiteral("accountsCovered"), tested.covered);
    out.json.insert(QStringLiteral("accountsOfWords"), tested.ofWords);
    out.json.insert(QStringLiteral("accountsImported"), tested.imported);
    out.json.insert(QStringLiteral("whole"), whole);
    out.fact(tr("File"), qs(file));
    out.fact(tr("Your words"), tr("bring back %1 of %2 accounts").arg(tested.covered).arg(tested.ofWords));
    if (tested.imported > 0) {
        out.fact(tr("Imported"), tr("%1 accounts that no words bring back").arg(tested.imported));
    }
    putReport(out, report);
    out.line(whole ? tr("Words and file bring everything back. Nothing was changed.")
                   : tr("These words do not bring everything back. Nothing was changed."));
    co_return out;
}

QCoro::Task<Result<Output>> restore(Context& context, Arguments arguments)
{
    const std::string file = pathOf(arguments.positional(0));
    const std::string store = context.path("store.db").toStdString();
    AC_CO_TRY(const Bytes bytes, store::readBackupFile(file));
    AC_CO_TRY(const SecretBytes key, co_await backupKey(context));
    SignerProcess::KeyWanted wanted;
    AC_CO_TRY(const SecretBytes databaseKey, co_await context.signer().storeKey(std::move(wanted)));
    AC_CO_TRY(const store::BackupReport report,
              store::restoreBackup(bytes, key, store, databaseKey, context.clock().now()));
    Output out;
    out.json.insert(QStringLiteral("file"), qs(file));
    out.json.insert(QStringLiteral("store"), qs(store));
    out.fact(tr("Restored into"), qs(store));
    putReport(out, report);
    co_return out;
}

QCoro::Task<Result<Output>> schedule(Context& context, Arguments arguments)
{
    AC_CO_CHECK(co_await context.openStore());
    AC_CO_TRY(store::BackupSchedule set, store::backupSchedule(context.database()));
    AC_CO_TRY(const std::uint64_t keep, arguments.number("keep", static_cast<std::uint64_t>(set.keep)));
    set.keep = static_cast<int>(std::clamp<std::uint64_t>(keep, 1, 1'000));
    if (arguments.has("every")) {
        const QString every = arguments.text("every");
        set.enabled = every != QStringLiteral("off");
        set.everySeconds = every == QStringLiteral("weekly") ? kWeek : kDay;
    }
    if (arguments.has("folder")) {
        set.folder = arguments.text("folder").isEmpty() ? std::string() : pathOf(arguments.text("folder"));
    }
    AC_CO_TRY(const std::string path, store::backupFolderOf(set, context.options().home.toStdString()));
    AC_CO_CHECK(store::setBackupSchedule(context.database(), set));
    store::BackupFolder folder(path, context.database());
    const UnixTime now = context.clock().now();
    AC_CO_TRY(const auto last, folder.last(now));
    const auto next = store::nextBackupAt(now, last, set);
    Output out;
    out.json.insert(QStringLiteral("every"), rhythmOf(set));
    out.json.insert(QStringLiteral("keep"), set.keep);
    out.json.insert(QStringLiteral("folder"), qs(path));
    out.json.insert(QStringLiteral("last"), static_cast<qint64>(last.value_or(0)));
    out.json.insert(QStringLiteral("next"), static_cast<qint64>(next.value_or(0)));
    out.fact(tr("Every"), rhythmOf(set));
    out.fact(tr("Kept"), QString::number(set.keep));
    out.fact(tr("Folder"), qs(path));
    out.fact(tr("Last"), dateTime(last.value_or(0)));
    out.fact(tr("Due"), next ? dateTime(*next) : tr("never"));
    out.line(tr("The desktop keeps to it while it is open; a script runs backup make."));
    co_return out;
}
} // namespace

QList<Verb> backupVerbs()
{
    const QString noun = QStringLiteral("backup");
    const OptionSpec words{
        QStringLiteral("secret-fd"), QStringLiteral("N"), tr("Read the words from this open descriptor."), false, {}};
    const OptionSpec outFile{
        QStringLiteral("out"), QStringLiteral("FILE"), tr("Into this file instead of the folder."), false, {}};
    const QList<OptionSpec> scheduling = {
        {QStringLiteral("every"),
         QStringLiteral("RHYTHM"),
         tr("How often the desktop makes one."),
         false,
         {QStringLiteral("daily"), QStringLiteral("weekly"), QStringLiteral("off")}},
        {QStringLiteral("keep"), QStringLiteral("N"), tr("How many are kept."), false, {}},
        {QStringLiteral("folder"), QStringLiteral("DIR"), tr("Where; empty: backups in the home."), false, {}}};
    return {
        {noun, QStringLiteral("make"), tr("Write a backup, read it back and verify it."), {}, {outFile}, &make, true},
        {noun, QStringLiteral("list"), tr("List the backups of the folder."), {}, {}, &list, true},
        {noun,
         QStringLiteral("drill"),
         tr("Test your words and a backup without touching anything."),
         {{QStringLiteral("FILE"), tr("Which; default: the newest."), false}},
         {words},
         &drill,
         true},
        {noun,
         QStringLiteral("restore"),
         tr("Put a backup into a home that has no records yet."),
         {{QStringLiteral("FILE"), tr("The backup file."), true}},
         {},
         &restore,
         true},
        {noun,
         QStringLiteral("schedule"),
         tr("Show or change when and where backups are made."),
         {},
         scheduling,
         &schedule,
         true}};
}

} // namespace autochain::cli
