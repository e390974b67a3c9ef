// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/backupkeeper.h"

#include "session/worker.h"
#include "signing/error.h"

namespace autochain::desktop
{

BackupKeeper::BackupKeeper(QString home, store::Database& database, TaskGate& gate, const Clock& system,
                           QObject* parent)
    : QObject(parent), m_home(std::move(home)), m_database(database), m_gate(gate), m_system(system)
{
    m_timer.setInterval(kCheckMs);
    connect(&m_timer, &QTimer::timeout, this, &BackupKeeper::check);
}

void BackupKeeper::begin()
{
    m_timer.start();
    check();
}

Result<bool> BackupKeeper::isDue()
{
    AC_TRY(const auto at, next());
    return at && *at <= now();
}

void BackupKeeper::check()
{
    if (m_busy || m_gate.closed() || now() < m_retryAt) {
        return;
    }
    const Result<bool> due = isDue();
    if (!due.ok() || *due) { // what kept it from finding out will keep it from backing up, and is told there
        m_gate.start(make(false));
    }
}

void BackupKeeper::makeNow()
{
    if (!m_busy && !m_gate.closed()) {
        m_gate.start(make(true));
    }
}

QCoro::Task<> BackupKeeper::make(bool mayAsk)
{
    m_busy = true;
    emit changed();
    const Result<> made = co_await tryMake(mayAsk);
    m_busy = false;
    m_waits = !made.ok() && !mayAsk && made.error().is(SigningError::Locked);
    m_retryAt = 0;
    if (made.ok()) {
        m_error.reset();
        m_told = false;
    } else if (!m_waits && !made.error().is(SigningError::Declined)) {
        m_error = made.error();
        // A stick comes back when it comes back; what writes in vain does so less often.
        m_retryAt = made.error().is(StoreError::FolderGone) ? 0 : now() + kRetrySeconds;
        if (!mayAsk && !m_told) {
            m_told = true;
            emit failed(*m_error);
        }
    }
    emit changed();
}

QCoro::Task<Result<>> BackupKeeper::tryMake(bool mayAsk)
{
    AC_CO_TRY(const store::BackupSchedule set, schedule());
    AC_CO_TRY(const std::string path, store::backupFolderOf(set, m_home.toStdString()));
    if (!m_keySource) {
        co_return Error(SigningError::Locked);
    }
    AC_CO_TRY(const SecretBytes key, co_await m_keySource(mayAsk));
    store::BackupFolder backups(path, m_database);
    AC_CO_TRY(const store::BackupFolder::Draft draft, backups.prepare(key, now()));
    std::optional<Result<store::BackupReport>> report;
    const std::function<void()> work = [&] { report = store::BackupFolder::place(draft, key); };
    co_await inThread(work);
    if (!report->ok()) {
        co_return report->error();
    }
    co_return backups.finish(draft, set.keep);
}

Result<> BackupKeeper::setSchedule(const store::BackupSchedule& schedule)
{
    AC_CHECK(store::setBackupSchedule(m_database, schedule));
    m_error.reset(); // it was about how things were set before
    m_retryAt = 0;
    m_told = false;
    emit changed();
    if (m_timer.isActive()) {
        check();
    }
    return {};
}

Result<std::string> BackupKeeper::folder()
{
    AC_TRY(const store::BackupSchedule set, schedule());
    return store::backupFolderOf(set, m_home.toStdString());
}

Result<std::vector<store::BackupFile>> BackupKeeper::files()
{
    AC_TRY(const std::string path, folder());
    return store::BackupFolder(path, m_database).list();
}

Result<std::optional<UnixTime>> BackupKeeper::last()
{
    AC_TRY(const std::string path, folder());
    return store::BackupFolder(path, m_database).last(now());
}

Result<std::optional<UnixTime>> BackupKeeper::next()
{
    AC_TRY(const store::BackupSchedule set, schedule());
    if (!set.enabled) {
        return std::optional<UnixTime>();
    }
    AC_TRY(const auto latest, last());
    return store::nextBackupAt(now(), latest, set);
}

Result<> BackupKeeper::noteDrill(const std::string& file)
{
    if (!file.empty()) {
        AC_TRY(const std::string path, folder());
        AC_CHECK(store::BackupFolder(path, m_database).note(file, now()));
    }
    AC_CHECK(store::noteWordsTest(m_database, now()));
    emit changed();
    return {};
}

} // namespace autochain::desktop
