// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/taskgate.h"
#include "viewmodels/accounts/scanfoundmodel.h"
#include "viewmodels/accounts/scanpathsmodel.h"
#include "viewmodels/base/errorview.h"
#include "wallet/discovery_scan.h"

#include <memory>
#include <set>

namespace autochain::desktop
{

/// Looking for the accounts of words that were used: what is being asked, what came of it, which ones to take in.
class ScanViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a view-model")
    /// Nothing was asked yet, is being asked, or was.
    Q_PROPERTY(State state READ state NOTIFY changed)
    /// "Asked about 60 accounts on 3 paths; 2 used"
    Q_PROPERTY(QString progress READ progress NOTIFY changed)
    Q_PROPERTY(bool cancelling READ cancelling NOTIFY changed)
    /// Something was not asked to its end: retry() goes on with that.
    Q_PROPERTY(bool incomplete READ incomplete NOTIFY changed)
    /// Once it was asked: what was, what that means, what to do.
    Q_PROPERTY(autochain::desktop::ErrorView verdict READ verdict NOTIFY changed)
    /// How many found ones are to be taken in.
    Q_PROPERTY(int wantedCount READ wantedCount NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ScanPathsModel* paths READ paths CONSTANT)
    Q_PROPERTY(autochain::desktop::ScanFoundModel* found READ found CONSTANT)

public:
    enum State { Idle, Asking, Asked };
    Q_ENUM(State)

    /// `gate` outlives this; this outlives the tasks the gate runs.
    explicit ScanViewModel(TaskGate& gate, QObject* parent = nullptr);

    State state() const { return m_state; }
    QString progress() const;
    bool cancelling() const { return m_state == Asking && m_stop; }
    bool incomplete() const;
    ErrorView verdict() const;
    int wantedCount() const { return static_cast<int>(wanted().size()); }
    ScanPathsModel* paths() { return &m_paths; }
    ScanFoundModel* found() { return &m_found; }

    /// Asks from the beginning. `known`: accounts that are in the vault.
    void begin(std::shared_ptr<wallet::AddressPort> addresses, std::shared_ptr<wallet::AccountUsePort> uses,
               std::set<Address> known);
    /// Found, not in the vault and not left out.
    std::vector<wallet::FoundAccount> wanted() const;
    const wallet::Discovery& result() const { return m_result; }
    /// What was taken in is known now.
    void tookIn(const std::set<Address>& accounts);

    Q_INVOKABLE void cancel();
    Q_INVOKABLE void retry();
    Q_INVOKABLE void setWanted(const QString& address, bool wanted);

signals:
    void changed();
    void finished();

private:
    QCoro::Task<> run();
    void show();

    TaskGate& m_gate;
    std::shared_ptr<wallet::AddressPort> m_addresses;
    std::shared_ptr<wallet::AccountUsePort> m_uses;
    wallet::DiscoveryPlan m_plan;
    wallet::Discovery m_result;
    std::set<Address> m_known;
    std::set<Address> m_leftOut;
    ScanPathsModel m_paths;
    ScanFoundModel m_found;
    State m_state = Idle;
    bool m_stop = false;
};

} // namespace autochain::desktop
