// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/homefolder.h"
#include "session/opener.h"
#include "session/secretservice.h"
#include "session/taskgate.h"
#include "viewmodels/base/errorview.h"

#include <qqml.h>

namespace autochain::desktop
{

/// Opens a network's records. The passphrase is typed in the signer's own window, or the desktop's Secret Service opens
/// the vault where the person wanted that; neither passphrase nor vault ever is in this program.
class UnlockViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(QString person READ person NOTIFY changed)
    Q_PROPERTY(QString network READ network NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// What is waited for, in a sentence; empty while nothing is.
    Q_PROPERTY(QString progress READ progress NOTIFY changed)
    /// The Secret Service is being asked: skipService() goes on with the passphrase.
    Q_PROPERTY(bool asksService READ asksService NOTIFY changed)
    /// Why the Secret Service did not open the vault; empty: it did, or was not asked.
    Q_PROPERTY(QString serviceNote READ serviceNote NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)
    /// "A deadline ends in 21 hours"; empty: none, or long ago.
    Q_PROPERTY(QString deadline READ deadline NOTIFY changed)
    /// There is another network or the practice market to go to.
    Q_PROPERTY(int others READ others NOTIFY changed)

public:
    /// `gate` outlives this. The clock is the computer's.
    UnlockViewModel(HomeFolder& home, const Clock& clock, TaskGate& gate, QObject* parent = nullptr);
    ~UnlockViewModel() override;

    void show(const NetworkHome& network);
    void setSignerLook(const QString& theme, double scale);
    QString person() const { return m_network.person; }
    QString network() const { return m_network.name; }
    bool busy() const { return m_busy; }
    QString progress() const { return m_progress; }
    bool asksService() const { return m_asksService; }
    QString serviceNote() const { return m_serviceNote; }
    ErrorView error() const { return m_error; }
    QString deadline() const;
    int others() const;

    /// Asks the Secret Service where the person let it, then the signer, which shows its window.
    Q_INVOKABLE void unlock();
    /// The passphrase is forgotten: the words, typed in the signer, set a new one and open the records.
    Q_INVOKABLE void recover();
    Q_INVOKABLE void skipService() { m_service.cancel(); }
    Q_INVOKABLE void otherPerson();
    Q_INVOKABLE void startPage() { emit startWanted(); }
    const QString& folder() const { return m_network.folder; }
    SecretBytes takeKey() { return std::move(m_key); }
    std::unique_ptr<SignerProcess> takeSigner() { return std::move(m_signer); }
    /// What went wrong after the vault was open (damaged records, for one).
    void fail(const ErrorView& error);
    static QString noteOf(SlotState slot);

signals:
    void changed();
    void unlocked(); // takeKey() has the database's key, takeSigner() the signer that opened it
    void startWanted();

private:
    using Ask = QCoro::Task<Result<SecretBytes>> (UnlockViewModel::*)();
    QCoro::Task<> tryIt(Ask ask);
    QCoro::Task<Result<SecretBytes>> askForKey();
    QCoro::Task<Result<SecretBytes>> askForWords();
    void setBusy(bool busy, const QString& progress = {});

    HomeFolder& m_home;
    const Clock& m_clock;
    TaskGate& m_gate;
    SecretService m_service;
    NetworkHome m_network;
    QString m_theme;
    double m_scale = 1.0;
    std::unique_ptr<SignerProcess> m_signer;
    SecretBytes m_key;
    ErrorView m_error;
    QString m_progress;
    QString m_serviceNote;
    bool m_asksService = false;
    bool m_busy = false;
};

} // namespace autochain::desktop
