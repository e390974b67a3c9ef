// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "signing/signer_process.h"
#include "viewmodels/backup/findings.h"
#include "viewmodels/base/errorview.h"

#include <qqml.h>
#include <QVariantList>

#include <functional>

namespace autochain::desktop
{

/// Tries the words on paper and a backup file without touching what is in use: the words are typed in the signer's own
/// window, the file is restored in memory.
class DrillViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// What is waited for, in a sentence.
    Q_PROPERTY(QString progress READ progress NOTIFY changed)
    Q_PROPERTY(bool done READ done NOTIFY changed)
    /// Of the whole: "clean", "attention" or "problem", and a sentence.
    Q_PROPERTY(QString status READ status NOTIFY changed)
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed)
    /// [{ status, title, text }]
    Q_PROPERTY(QVariantList findings READ findings NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)

public:
    using WordsSource = std::function<QCoro::Task<Result<SignerProcess::WordsTested>>()>;
    /// `session` outlives this and its tasks.
    explicit DrillViewModel(Session& session, QObject* parent = nullptr);
    /// Instead of the signer.
    void setWordsSource(WordsSource source) { m_wordsSource = std::move(source); }

    bool busy() const { return m_busy; }
    QString progress() const { return m_progress; }
    bool done() const { return !m_findings.isEmpty(); }
    QString status() const;
    QString verdict() const;
    QVariantList findings() const { return m_findings; }
    /// The words typed last are not those of this wallet.
    bool wrongWords() const { return m_wrongWords; }
    ErrorView error() const { return m_error; }

    /// With the file given, else the newest backup.
    void begin(const QString& file);
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void dismiss();

signals:
    void changed();

private:
    QCoro::Task<> run(QString file);
    QCoro::Task<> drill(SignerProcess::WordsTested tested, QString file);
    Result<QString> newest() const;
    void conclude(const SignerProcess::WordsTested& tested, const std::optional<Result<store::BackupReport>>& report,
                  const QString& file);

    Session& m_session;
    WordsSource m_wordsSource;
    QVariantList m_findings;
    QString m_progress;
    ErrorView m_error;
    bool m_busy = false;
    bool m_cancelled = false;
    bool m_wrongWords = false;
};

} // namespace autochain::desktop
