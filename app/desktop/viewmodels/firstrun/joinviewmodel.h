// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/homefolder.h"
#include "session/opener.h"
#include "viewmodels/accounts/scanviewmodel.h"
#include "viewmodels/backup/sheetviewmodel.h"
#include "viewmodels/base/errorview.h"

#include <qqml.h>
#include <QUrl>
#include <QVariantList>

namespace autochain::desktop
{

/// Joining a network: its file, then a wallet in the signer, whose passphrase also locks the records on this computer
/// and is chosen in the signer's own window. Nothing is kept until both are there, and a way back leads out of each.
class JoinViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(Step step READ step NOTIFY stepChanged)
    /// Path of a network file, or its https address.
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY inputChanged)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY inputChanged)
    /// "create", "keystore" or "words".
    Q_PROPERTY(QString way READ way WRITE setWay NOTIFY inputChanged)
    Q_PROPERTY(QString keystore READ keystore WRITE setKeystore NOTIFY inputChanged)
    /// A backup file whose records come back with the words; empty: none.
    Q_PROPERTY(QString backup READ backup WRITE setBackup NOTIFY inputChanged)
    /// To write new words on, before the signer shows them.
    Q_PROPERTY(autochain::desktop::SheetViewModel* sheet READ sheet CONSTANT)
    /// In RestoredStep what came of it: [{ status, title, text }].
    Q_PROPERTY(QVariantList restored READ restored NOTIFY changed)
    Q_PROPERTY(bool restoreFailed READ restoreFailed NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString progress READ progress NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)
    Q_PROPERTY(QString network READ network NOTIFY changed)
    /// The coin that fees are paid in.
    Q_PROPERTY(QString coin READ coin NOTIFY changed)
    Q_PROPERTY(QString chainId READ chainId NOTIFY changed)
    Q_PROPERTY(QString node READ node NOTIFY changed)
    Q_PROPERTY(QString contracts READ contracts NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    /// Of words that were brought back: which of their accounts were used.
    Q_PROPERTY(autochain::desktop::ScanViewModel* scan READ scan CONSTANT)

public:
    enum Step { NetworkStep, WalletStep, AccountsStep, RestoredStep };
    Q_ENUM(Step)

    /// `gate` outlives this.
    JoinViewModel(HomeFolder& home, TaskGate& gate, QObject* parent = nullptr);
    ~JoinViewModel() override;

    Step step() const { return m_step; }
    QString source() const { return m_source; }
    void setSource(const QString& source);
    QString name() const { return m_name; }
    void setName(const QString& name);
    QString way() const { return m_way; }
    void setWay(const QString& way);
    QString keystore() const { return m_keystore; }
    void setKeystore(const QString& file);
    QString backup() const { return m_backup; }
    void setBackup(const QString& file);
    SheetViewModel* sheet() { return &m_sheet; }
    QVariantList restored() const { return m_restored; }
    bool restoreFailed() const { return m_restoreFailed; }
    bool busy() const { return m_busy; }
    QString progress() const { return m_progress; }
    ErrorView error() const { return m_error; }
    QString network() const;
    QString coin() const { return m_network ? QString::fromStdString(m_network->coin) : QString(); }
    QString chainId() const;
    QString node() const;
    QString contracts() const;
    QString kind() const;
    ScanViewModel* scan() { return &m_scan; }

    /// A file from the file dialog; fills `source` or `keystore`.
    Q_INVOKABLE void chooseSource(const QUrl& file);
    Q_INVOKABLE void chooseKeystore(const QUrl& file);
    Q_INVOKABLE void chooseBackup(const QUrl& file);
    /// After a file that brought nothing back: another one.
    Q_INVOKABLE void tryBackup(const QUrl& file);
    /// From RestoredStep into the home, with or without the records.
    Q_INVOKABLE void open();
    Q_INVOKABLE void checkNetworkFile();
    /// Asks the signer for the wallet, then opens the home; of words, their accounts are looked for first.
    Q_INVOKABLE void finish();
    /// Takes the accounts that are wanted into the vault, then the backup's records where there is one, and opens the
    /// home.
    Q_INVOKABLE void takeAccounts();
    Q_INVOKABLE void back();

    void begin(const QString& way, const QString& source);
    void setSignerLook(const QString& theme, double scale);
    /// After joined(): what the session is opened with.
    std::optional<OpenRequest> takeRequest() { return std::move(m_request); }
    void fail(const ErrorView& error);

signals:
    void stepChanged();
    void inputChanged();
    void changed();
    void joined();
    void leaveWanted();

private:
    QCoro::Task<> check();
    QCoro::Task<> makeWallet();
    QCoro::Task<> addAccounts();
    QCoro::Task<> beginScan();
    bool keepProfile(const Address& account, const QString& label = {});
    QCoro::Task<> restore();
    Result<> makeFolder();
    QCoro::Task<Result<SignerAccount>> askSigner(SignerProcess& signer);
    QCoro::Task<Result<Bytes>> readSource();
    void setBusy(bool busy, const QString& progress = {});
    void go(Step step);

    HomeFolder& m_home;
    TaskGate& m_gate;
    Step m_step = NetworkStep;
    QString m_source;
    QString m_name;
    QString m_way = QStringLiteral("create");
    QString m_keystore;
    QString m_backup;
    SheetViewModel m_sheet;
    QVariantList m_restored;
    bool m_restoreFailed = false;
    QString m_theme;
    double m_scale = 1.0;
    bool m_busy = false;
    QString m_progress;
    ErrorView m_error;
    std::optional<NetworkFile> m_network;
    Bytes m_networkText;
    std::optional<NetworkCheck> m_check;
    QString m_folder; // made when the wallet is
    std::optional<OpenRequest> m_request;
    std::unique_ptr<NodePort> m_node; // for the scan
    ScanViewModel m_scan;
};

} // namespace autochain::desktop
