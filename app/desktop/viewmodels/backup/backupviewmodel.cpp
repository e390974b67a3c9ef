// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/backup/backupviewmodel.h"

#include "session/backupkeeper.h"
#include "viewmodels/base/format.h"
#include "viewmodels/shell/navigation.h"

#include <QDir>
#include <QFileInfo>

namespace autochain::desktop
{
namespace
{
constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kWeek = 7 * kDay;
constexpr std::int64_t kTestAfter = 182 * kDay; // half a year: paper gets lost meanwhile
const auto kClean = QStringLiteral("clean");
const auto kAttention = QStringLiteral("attention");
const auto kProblem = QStringLiteral("problem");
const auto kNoData = QStringLiteral("nodata");
} // namespace

BackupViewModel::BackupViewModel(Session& session, Navigation& navigation, QObject* parent)
    : QObject(parent), m_session(session), m_navigation(navigation), m_drill(session),
      m_sheet({QString::fromStdString(session.network().name), session.myName(), format::address(session.me()), {}, {}},
              session.folder())
{
    connect(&m_drill, &DrillViewModel::changed, this, &BackupViewModel::changed);
    connect(&session.backups(), &BackupKeeper::changed, this, &BackupViewModel::read);
    read();
}

bool BackupViewModel::busy() const
{
    return m_session.backups().busy();
}

void BackupViewModel::refresh()
{
    m_note.clear();
    read();
    m_session.gate().start(askSigner());
}

QCoro::Task<> BackupViewModel::askSigner()
{
    const Result<SignerStatus> status = co_await m_session.signer().status();
    m_known = status.ok();
    m_hasWords = status.ok() && status->hasWords;
    if (status.ok()) {
        m_accounts = std::ssize(status->accounts);
        m_ofWords = std::count_if(status->accounts.begin(), status->accounts.end(),
                                  [](const SignerAccount& account) { return account.kind == AccountKind::Words; });
    }
    emit changed();
}

// Everything from the store and the folder; what the keeper could not do stands in `error`.
void BackupViewModel::read()
{
    BackupKeeper& keeper = m_session.backups();
    std::optional<Error> problem = keeper.error();
    const auto take = [&problem](auto result, auto& into) {
        if (result.ok()) {
            into = std::move(*result);
        } else if (!problem) {
            problem = result.error();
        }
    };
    std::vector<store::BackupFile> files;
    m_last.reset();
    m_next.reset();
    take(keeper.schedule(), m_schedule);
    take(keeper.files(), files);
    take(keeper.last(), m_last);
    take(keeper.next(), m_next);
    take(keeper.testedAt(), m_tested);
    fillFiles(files);
    m_error = problem ? ErrorView::of(*problem) : ErrorView();
    if (m_byHand && !keeper.busy()) {
        m_byHand = false;
        m_note = problem ? QString()
                 : m_last && *m_last + 60 > keeper.now()
                     ? tr("Made, read back from the disk and restored in memory: it is whole.")
                     : QString();
    }
    emit changed();
}

void BackupViewModel::fillFiles(const std::vector<store::BackupFile>& files)
{
    std::vector<BackupFileRow> rows;
    for (const store::BackupFile& file : files) {
        BackupFileRow row;
        row.key = QString::fromStdString(file.path);
        row.made = file.readable ? format::dateTime(file.madeAt) : QFileInfo(row.key).fileName();
        row.size = QLocale().formattedDataSize(static_cast<qint64>(file.bytes), 1, QLocale::DataSizeSIFormat);
        row.status = !file.readable ? kProblem : file.verifiedAt ? kClean : kNoData;
        row.state = !file.readable    ? tr("Cannot be read")
                    : file.verifiedAt ? tr("Verified %1").arg(format::dateTime(*file.verifiedAt))
                                      : tr("Not tried here");
        rows.push_back(std::move(row));
    }
    m_files.setRows(std::move(rows));
}

QString BackupViewModel::status() const
{
    const UnixTime now = m_session.backups().now();
    if (m_error.present()) {
        return m_last ? kAttention : kProblem;
    }
    if (!m_last) {
        return practice() ? kNoData : kAttention;
    }
    return m_schedule.enabled && now - *m_last > 2 * m_schedule.everySeconds ? kAttention : kClean;
}

QString BackupViewModel::headline() const
{
    if (m_error.present()) {
        return m_last ? tr("The last backup is from %1").arg(format::dateTime(*m_last)) : tr("There is no backup");
    }
    if (!m_last) {
        return busy() ? tr("The first backup is being made") : tr("There is no backup yet");
    }
    return status() == kClean ? tr("Backed up and verified") : tr("The newest backup is old");
}

QString BackupViewModel::explanation() const
{
    const QString what = tr("A backup holds what the chain does not know: settings, names, drafts, watched cars and "
                            "signatures on their way. Money, titles and deals need none.");
    return practice() ? what + QLatin1Char(' ') + tr("In the practice market none is made by itself; try it by hand.")
                      : what;
}

QString BackupViewModel::lastText() const
{
    return m_last ? tr("%1, verified").arg(format::dateTime(*m_last)) : tr("none");
}

QString BackupViewModel::nextText() const
{
    const BackupKeeper& keeper = m_session.backups();
    if (practice()) {
        return tr("by hand only, in the practice market");
    }
    if (!m_schedule.enabled) {
        return tr("switched off");
    }
    if (keeper.waitsForSigner()) {
        return tr("as soon as the signer is unlocked");
    }
    return !m_next || *m_next <= keeper.now() ? tr("within minutes, while the signer is unlocked")
                                              : tr("after %1").arg(format::dateTime(*m_next));
}

QString BackupViewModel::opensWith() const
{
    return !m_known     ? QString()
           : m_hasWords ? tr("your words, on any computer")
                        : tr("this wallet's vault file alone: it has no words. Keep a copy of signer/vault.json.");
}

QString BackupViewModel::folder() const
{
    const std::string path =
        m_schedule.folder.empty() ? m_session.folder().toStdString() + "/backups" : m_schedule.folder;
    return QDir::toNativeSeparators(QString::fromStdString(path));
}

int BackupViewModel::rhythm() const
{
    return !m_schedule.enabled ? 2 : m_schedule.everySeconds >= kWeek ? 1 : 0;
}

void BackupViewModel::change(const store::BackupSchedule& schedule)
{
    m_note.clear();
    const Result<> set = m_session.backups().setSchedule(schedule);
    if (!set.ok()) {
        m_error = ErrorView::of(set.error());
        emit changed();
    }
}

void BackupViewModel::setRhythm(int rhythm)
{
    store::BackupSchedule schedule = m_schedule;
    schedule.enabled = rhythm != 2;
    if (schedule.enabled) {
        schedule.everySeconds = rhythm == 1 ? kWeek : kDay;
    }
    change(schedule);
}

void BackupViewModel::setKeep(int files)
{
    store::BackupSchedule schedule = m_schedule;
    schedule.keep = files;
    change(schedule);
}

void BackupViewModel::chooseFolder(const QUrl& folder)
{
    const QFileInfo chosen(folder.toLocalFile());
    if (!chosen.isDir() || !chosen.isWritable()) {
        const auto why = chosen.isDir() ? StoreError::NoAccess : StoreError::FolderGone;
        m_error = ErrorView::of(Error(why, {chosen.filePath().toStdString()}));
        emit changed();
        return;
    }
    store::BackupSchedule schedule = m_schedule;
    schedule.folder = chosen.absoluteFilePath().toStdString();
    change(schedule);
}

void BackupViewModel::useOwnFolder()
{
    store::BackupSchedule schedule = m_schedule;
    schedule.folder.clear();
    change(schedule);
}

void BackupViewModel::backUpNow()
{
    m_note.clear();
    m_byHand = true;
    m_session.backups().makeNow();
}

void BackupViewModel::testWords()
{
    m_navigation.open(QStringLiteral("settings/backup"));
    m_drill.begin({});
}

bool BackupViewModel::testedLately() const
{
    return m_tested && m_session.backups().now() - *m_tested < kTestAfter;
}

QString BackupViewModel::wordsStatus() const
{
    if (!m_known) {
        return kNoData;
    }
    if (m_drill.wrongWords()) {
        return kProblem;
    }
    return m_hasWords && testedLately() && m_ofWords == m_accounts ? kClean : kAttention;
}

QString BackupViewModel::wordsTitle() const
{
    if (!m_known) {
        return tr("The signer has not said yet what your words bring back.");
    }
    if (!m_hasWords) {
        return tr("This wallet has no words.");
    }
    if (m_drill.wrongWords()) {
        return tr("The words you tested last do not bring everything back.");
    }
    if (!m_tested) {
        return tr("Your words are not tested yet.");
    }
    return m_ofWords == m_accounts ? tr("Your words bring everything back.")
                                   : tr("Your words bring back %1 of %2 accounts.").arg(m_ofWords).arg(m_accounts);
}

QString BackupViewModel::wordsText() const
{
    if (!m_known) {
        return {};
    }
    if (!m_hasWords) {
        return tr("Its key was imported: keep the key file it came from, and its passphrase.");
    }
    QStringList text;
    if (m_drill.wrongWords()) {
        text << tr(
            "If this computer broke, that paper alone would not bring all your money back. Look for the right one and "
            "test it.");
    } else if (!m_tested) {
        text << tr("They bring money, titles and open deals back from the chain, if they are right on your paper. One "
                   "wrong word would be found out too late.");
    } else {
        text << tr("Money, titles and open deals are found again from the chain.");
    }
    if (m_ofWords != m_accounts) {
        text << tr("Imported accounts are not in them: keep their key files and passphrases.");
    }
    if (m_tested) {
        const auto day = QDateTime::fromSecsSinceEpoch(*m_tested).date();
        text << (testedLately() ? tr("Last tested %1.") : tr("Last tested %1: test them again, paper gets lost."))
                    .arg(QLocale().toString(day, QStringLiteral("d MMM yyyy")));
    }
    return text.join(QLatin1Char(' '));
}

} // namespace autochain::desktop
