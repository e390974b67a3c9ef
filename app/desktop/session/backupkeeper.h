// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the backups of an open home when they are due and the signer is open. Times are the computer's, not the
// practice market's.
#pragma once

#include "base/clock.h"
#include "session/taskgate.h"
#include "store/backup_folder.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

#include <functional>

namespace autochain::desktop
{

class BackupKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr int kCheckMs = 3 * 60'000;
    static constexpr std::int64_t kRetrySeconds = 30 * 60; // after one that failed
    // The 32 bytes backups are sealed with. `mayAsk` false: Locked instead of a passphrase window.
    using KeySource = std::function<QCoro::Task<Result<SecretBytes>>(bool mayAsk)>;

    // `home`: the folder with the records. All references outlive this, and the gate its tasks.
    BackupKeeper(QString home, store::Database& database, TaskGate& gate, const Clock& system,
                 QObject* parent = nullptr);
    void setKeySource(KeySource source) { m_keySource = std::move(source); }

    // From now on it looks by itself, at once and every few minutes.
    void begin();
    void end() { m_timer.stop(); }
    void check();
    // Now, for a person who waits: the signer may ask for the passphrase.
    void makeNow();

    bool busy() const { return m_busy; }
    // Due, and the signer is locked: made as soon as it is open.
    bool waitsForSigner() const { return m_waits; }
    // Why the last attempt failed; none after one that did not.
    const std::optional<Error>& error() const { return m_error; }

    Result<store::BackupSchedule> schedule() { return store::backupSchedule(m_database); }
    Result<> setSchedule(const store::BackupSchedule& schedule);
    Result<std::string> folder(); // FolderGone
    Result<std::vector<store::BackupFile>> files();
    Result<std::optional<UnixTime>> last();
    // None where backups are switched off.
    Result<std::optional<UnixTime>> next();
    UnixTime now() const { return m_system.now(); }
    // Notes a file of the folder as verified now, and that the words were tested.
    Result<> noteDrill(const std::string& file);
    Result<std::optional<UnixTime>> testedAt() { return store::lastWordsTest(m_database); }

signals:
    void changed();
    void failed(const autochain::Error& error); // once until one succeeds; not for what makeNow() began

private:
    QCoro::Task<> make(bool mayAsk);
    QCoro::Task<Result<>> tryMake(bool mayAsk);
    Result<bool> isDue();

    QString m_home;
    store::Database& m_database;
    TaskGate& m_gate;
    const Clock& m_system;
    KeySource m_keySource;
    QTimer m_timer;
    std::optional<Error> m_error;
    UnixTime m_retryAt = 0;
    bool m_told = false;
    bool m_busy = false;
    bool m_waits = false;
};

} // namespace autochain::desktop
