// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/backup_folder.h"
#include "viewmodels/backup/backupfilesmodel.h"
#include "viewmodels/backup/drillviewmodel.h"
#include "viewmodels/backup/sheetviewmodel.h"

#include <QUrl>

namespace autochain::desktop
{

class Navigation;

/// The backups of this home as the settings and the wallet show them: when, where, whether they were proven to restore.
class BackupViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(bool practice READ practice CONSTANT)
    /// Of the whole: "clean", "attention", "problem" or "nodata", and a sentence that says it.
    Q_PROPERTY(QString status READ status NOTIFY changed)
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    Q_PROPERTY(QString explanation READ explanation NOTIFY changed)
    Q_PROPERTY(QString lastText READ lastText NOTIFY changed)
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed)
    Q_PROPERTY(QString opensWith READ opensWith NOTIFY changed)
    Q_PROPERTY(QString folder READ folder NOTIFY changed)
    Q_PROPERTY(bool ownFolder READ ownFolder NOTIFY changed)
    /// 0 daily, 1 weekly, 2 never.
    Q_PROPERTY(int rhythm READ rhythm WRITE setRhythm NOTIFY changed)
    Q_PROPERTY(int keep READ keep WRITE setKeep NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// What came of "Back up now"; empty: nothing to tell.
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)
    Q_PROPERTY(autochain::desktop::BackupFilesModel* files READ files CONSTANT)
    Q_PROPERTY(autochain::desktop::DrillViewModel* drill READ drill CONSTANT)
    Q_PROPERTY(autochain::desktop::SheetViewModel* sheet READ sheet CONSTANT)
    /// Some of the accounts come from words, so there is something to test.
    Q_PROPERTY(bool hasWords READ hasWords NOTIFY changed)
    Q_PROPERTY(bool known READ known NOTIFY changed)
    /// For the wallet's card.
    Q_PROPERTY(QString wordsStatus READ wordsStatus NOTIFY changed)
    Q_PROPERTY(QString wordsTitle READ wordsTitle NOTIFY changed)
    Q_PROPERTY(QString wordsText READ wordsText NOTIFY changed)

public:
    /// All outlive this.
    BackupViewModel(Session& session, Navigation& navigation, QObject* parent = nullptr);

    bool practice() const { return m_session.practice(); }
    QString status() const;
    QString headline() const;
    QString explanation() const;
    QString lastText() const;
    QString nextText() const;
    QString opensWith() const;
    QString folder() const;
    bool ownFolder() const { return m_schedule.folder.empty(); }
    int rhythm() const;
    void setRhythm(int rhythm);
    int keep() const { return m_schedule.keep; }
    void setKeep(int files);
    bool busy() const;
    QString note() const { return m_note; }
    ErrorView error() const { return m_error; }
    BackupFilesModel* files() { return &m_files; }
    DrillViewModel* drill() { return &m_drill; }
    SheetViewModel* sheet() { return &m_sheet; }
    bool hasWords() const { return m_hasWords; }
    bool known() const { return m_known; }
    QString wordsStatus() const;
    QString wordsTitle() const;
    QString wordsText() const;

    Q_INVOKABLE void backUpNow();
    Q_INVOKABLE void chooseFolder(const QUrl& folder);
    Q_INVOKABLE void useOwnFolder();
    /// Reads the folder and asks the signer again.
    Q_INVOKABLE void refresh();
    /// Goes to the settings and begins the drill; with the newest backup, or with the file given.
    Q_INVOKABLE void testWords();
    Q_INVOKABLE void testFile(const QString& path) { m_drill.begin(path); }
    Q_INVOKABLE void testChosen(const QUrl& file) { m_drill.begin(file.toLocalFile()); }

signals:
    void changed();

private:
    QCoro::Task<> askSigner();
    void read();
    bool testedLately() const;
    void change(const store::BackupSchedule& schedule);
    void fillFiles(const std::vector<store::BackupFile>& files);

    Session& m_session;
    Navigation& m_navigation;
    BackupFilesModel m_files;
    DrillViewModel m_drill;
    SheetViewModel m_sheet;
    store::BackupSchedule m_schedule;
    std::optional<UnixTime> m_last;
    std::optional<UnixTime> m_next;
    std::optional<UnixTime> m_tested;
    QString m_note;
    ErrorView m_error;
    bool m_byHand = false; // "Back up now" is under way
    bool m_hasWords = false;
    qsizetype m_accounts = 0;
    qsizetype m_ofWords = 0; // accounts that the words bring back
    bool m_known = false;    // the signer said whether there are words
};

} // namespace autochain::desktop
