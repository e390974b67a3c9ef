// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/backup/drillviewmodel.h"

#include "session/backupkeeper.h"
#include "session/worker.h"

#include <QFileInfo>

namespace autochain::desktop
{
namespace
{
QCoro::Task<Result<SignerProcess::WordsTested>> askSigner(SignerPort& signer)
{
    auto* const process = dynamic_cast<SignerProcess*>(&signer);
    if (process == nullptr) {
        co_return Error(SigningError::SignerGone);
    }
    co_return co_await process->testWords();
}

bool isAboutWords(const Error& error)
{
    return error.is(SigningError::BadSecret) && !error.args.empty() && error.args.front() == "words";
}
} // namespace

DrillViewModel::DrillViewModel(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_wordsSource([this] { return askSigner(m_session.signer()); })
{
}

void DrillViewModel::begin(const QString& file)
{
    if (!m_busy && !m_session.gate().closed()) {
        m_session.gate().start(run(file));
    }
}

void DrillViewModel::cancel()
{
    if (!m_busy) {
        return;
    }
    m_cancelled = true;
    if (auto* const process = dynamic_cast<SignerProcess*>(&m_session.signer())) {
        const auto ask = [](SignerProcess* signer) -> QCoro::Task<> {
            const Result<> closed = co_await signer->cancel(); // where it fails there is no window any more
            Q_UNUSED(closed)
        };
        m_session.gate().start(ask(process));
    }
}

void DrillViewModel::dismiss()
{
    m_findings.clear();
    m_error = {};
    emit changed();
}

// Empty where there is none yet.
Result<QString> DrillViewModel::newest() const
{
    AC_TRY(const auto files, m_session.backups().files());
    for (const store::BackupFile& file : files) {
        if (file.readable) {
            return QString::fromStdString(file.path);
        }
    }
    return QString();
}

QCoro::Task<> DrillViewModel::run(QString file)
{
    m_busy = true;
    m_cancelled = false;
    m_findings.clear();
    m_error = {};
    m_progress = tr("Type your words in the signer's own window. They never come here.");
    emit changed();
    auto tested = co_await m_wordsSource();
    if (tested.ok() && !m_cancelled) {
        m_progress = tr("Restoring the file in memory…");
        emit changed();
        co_await drill(std::move(*tested), std::move(file));
    } else if (!tested.ok() && isAboutWords(tested.error())) {
        m_findings = Findings::toList(Findings::ofBadWords(tested.error()));
    } else if (!tested.ok() && !m_cancelled && !tested.error().is(SigningError::Declined)) {
        m_error = ErrorView::of(tested.error());
    }
    m_busy = false;
    m_progress.clear();
    emit changed();
}

QCoro::Task<> DrillViewModel::drill(SignerProcess::WordsTested tested, QString file)
{
    std::optional<Result<store::BackupReport>> report;
    if (file.isEmpty()) {
        const Result<QString> latest = newest();
        if (latest.ok()) {
            file = *latest;
        } else {
            report = latest.error(); // a stick in a drawer is not the same as no backup
            file = QString::fromStdString(latest.error().args.empty() ? std::string() : latest.error().args.front());
        }
    }
    if (!report && !file.isEmpty()) {
        const std::string path = file.toStdString();
        const UnixTime now = m_session.backups().now();
        const std::function<void()> work = [&] {
            const auto bytes = store::readBackupFile(path);
            report = bytes.ok() ? store::drillBackup(*bytes, tested.backupKey, now)
                                : Result<store::BackupReport>(bytes.error());
        };
        co_await inThread(work);
    }
    if (!m_cancelled) {
        conclude(tested, report, file);
    }
}

// Not in the coroutine: GCC 12 destroys what a braced list makes there twice.
void DrillViewModel::conclude(const SignerProcess::WordsTested& tested,
                              const std::optional<Result<store::BackupReport>>& report, const QString& file)
{
    std::vector<Findings::Finding> findings{Findings::ofWords(tested)};
    findings.push_back(report ? Findings::ofFile(*report, QFileInfo(file).fileName()) : Findings::ofNoFile());
    if (auto imported = Findings::ofImported(tested.imported)) {
        findings.push_back(std::move(*imported));
    }
    m_findings = Findings::toList(findings);
    const bool wordsBringAll = tested.ofWords > 0 && tested.covered == tested.ofWords;
    m_wrongWords = !wordsBringAll;
    if (wordsBringAll && (!report || report->ok())) {
        const Result<> noted = m_session.backups().noteDrill(file.toStdString());
        m_error = noted.ok() ? ErrorView() : ErrorView::of(noted.error());
    }
}

QString DrillViewModel::status() const
{
    QString worst = QStringLiteral("clean");
    for (const QVariant& finding : m_findings) {
        const QString status = finding.toMap().value(QStringLiteral("status")).toString();
        if (status == QStringLiteral("problem") ||
            (status != QStringLiteral("clean") && worst == QStringLiteral("clean"))) {
            worst = status;
        }
    }
    return worst;
}

QString DrillViewModel::verdict() const
{
    const QString worst = status();
    return worst == QStringLiteral("clean")     ? tr("If this computer broke today, everything would come back.")
           : worst == QStringLiteral("problem") ? tr("If this computer broke today, not everything would come back.")
                                                : tr("If this computer broke today, most would come back.");
}

} // namespace autochain::desktop
