// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "signing/signer_process.h"
#include "viewmodels/accounts/scanviewmodel.h"
#include "viewmodels/settings/accountsmodel.h"

#include <QUrl>

namespace autochain::desktop
{

/// The accounts of the signer's vault, and those that are only looked at. What needs a secret goes on in the signer's
/// own window.
class AccountsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(autochain::desktop::AccountsModel* accounts READ accounts CONSTANT)
    Q_PROPERTY(autochain::desktop::ScanViewModel* scan READ scan CONSTANT)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// What is waited for; empty while nothing is.
    Q_PROPERTY(QString progress READ progress NOTIFY changed)
    /// What was done last, in a sentence; empty: nothing.
    Q_PROPERTY(QString done READ done NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)
    /// Why no account of words can be added; empty: one can.
    Q_PROPERTY(QString addReason READ addReason NOTIFY changed)
    /// The coin that fees are paid in.
    Q_PROPERTY(QString coin READ coin CONSTANT)

public:
    explicit AccountsViewModel(Session& session, QObject* parent = nullptr);

    AccountsModel* accounts() { return &m_accounts; }
    ScanViewModel* scan() { return &m_scan; }
    bool busy() const { return m_busy; }
    QString progress() const { return m_progress; }
    QString done() const { return m_done; }
    ErrorView error() const { return m_error; }
    QString addReason() const;
    QString coin() const { return QString::fromStdString(m_session.network().coin); }

    Q_INVOKABLE void refresh();
    /// Empty `path`: the next one.
    Q_INVOKABLE void add(const QString& name, const QString& path);
    Q_INVOKABLE void rename(const QString& address, const QString& name);
    Q_INVOKABLE void importKey(const QString& name);
    Q_INVOKABLE void importFile(const QString& name, const QUrl& file);
    Q_INVOKABLE void exportKey(const QString& address, const QUrl& file);
    /// An address, "ethereum:0x…" or an extended public key.
    Q_INVOKABLE void watch(const QString& name, const QString& text);
    Q_INVOKABLE void unwatch(const QString& address);
    Q_INVOKABLE void lookAgain();
    Q_INVOKABLE void takeFound();

signals:
    void changed();
    void added();    // what was typed for an account is used up
    void watching(); // and for one that is only looked at

private:
    using Work = QCoro::Task<Result<>>;
    SignerProcess* process() const;
    void perform(Work work, const QString& progress, const QString& done);
    QCoro::Task<> finish(Work work, QString done);
    Work doAdd(QString name, QString path);
    Work doRename(QString address, QString name);
    Work doImport(QString name, QString file);
    Work doExport(QString address, QString file);
    Work doWatch(QString name, QString text);
    Work doUnwatch(QString address);
    Work doTake();
    QCoro::Task<> doLook();
    QCoro::Task<> read();
    void show(const SignerStatus& status);
    QString originOf(const SignerAccount& account) const;
    QString useReason(bool watched) const;
    QCoro::Task<> readBalances();

    Session& m_session;
    AccountsModel m_accounts;
    ScanViewModel m_scan;
    SignerStatus m_status;
    QString m_progress;
    QString m_done;
    ErrorView m_error;
    bool m_busy = false;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace autochain::desktop
