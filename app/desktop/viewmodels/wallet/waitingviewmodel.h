// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "viewmodels/base/errorview.h"
#include "wallet/activity.h"

#include <qqml.h>
#include <QStringList>

namespace autochain::desktop
{

/// One own transaction that is not in a block yet, or took several tries: what it is, why it waits, and the two ways to
/// help: a higher fee, or an empty payment in its place. Nothing is signed before the signer's own window was held.
class WaitingViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    /// "1.00 AUC to Bob Keller", and whose whole address; empty: nobody's.
    Q_PROPERTY(QString what READ what NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString hash READ hash NOTIFY changed)
    /// "12 min, since 24 Nov, 14:11"
    Q_PROPERTY(QString waits READ waits NOTIFY changed)
    Q_PROPERTY(QString offers READ offers NOTIFY changed)
    Q_PROPERTY(QString asked READ asked NOTIFY changed)
    Q_PROPERTY(QString why READ why NOTIFY changed)
    /// "info" or "attention".
    Q_PROPERTY(QString whyKind READ whyKind NOTIFY changed)
    Q_PROPERTY(bool isWaiting READ isWaiting NOTIFY changed)
    /// "Number 3, sent to Bob Keller": the one that has to go first; empty: none, or not of this computer.
    Q_PROPERTY(QString goesFirst READ goesFirst NOTIFY changed)
    /// Why it cannot be made faster; empty: it can.
    Q_PROPERTY(QString fasterReason READ fasterReason NOTIFY changed)
    /// What was tried, oldest first, one line each; empty where there was one try.
    Q_PROPERTY(QStringList story READ story NOTIFY changed)
    /// Of the replacement that is asked about.
    Q_PROPERTY(bool cancelling READ cancelling NOTIFY changed)
    Q_PROPERTY(QString newPrice READ newPrice NOTIFY changed)
    Q_PROPERTY(QString newFee READ newFee NOTIFY changed)
    Q_PROPERTY(QString oldFee READ oldFee NOTIFY changed)
    Q_PROPERTY(QString coin READ coin CONSTANT)
    /// What a cancelled step of a deal means; empty: no deal.
    Q_PROPERTY(QString dealWarning READ dealWarning NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)

public:
    enum Step { Closed, Look, Ask, Sign, Done };
    Q_ENUM(Step)

    explicit WaitingViewModel(Session& session, QObject* parent = nullptr) : QObject(parent), m_session(session) {}

    Step step() const { return m_step; }
    QString title() const;
    QString what() const { return m_entry ? whatOf(first()) : QString(); }
    QString address() const;
    QString number() const;
    QString hash() const;
    QString waits() const;
    QString offers() const;
    QString asked() const;
    QString why() const;
    QString whyKind() const;
    bool isWaiting() const { return m_waiting.has_value(); }
    QString goesFirst() const;
    QString fasterReason() const;
    QStringList story() const;
    bool cancelling() const { return m_how == wallet::Replace::WithNothing; }
    QString newPrice() const;
    QString newFee() const;
    QString oldFee() const;
    QString coin() const { return QString::fromStdString(m_session.network().coin); }
    QString dealWarning() const;
    bool busy() const { return m_busy; }
    ErrorView error() const { return m_error; }

    /// Opens on an entry of the activity list.
    void open(const wallet::Activity& entry);
    /// What is waiting, read anew for every block; keeps an open panel true.
    void setWaiting(std::vector<wallet::Waiting> all);
    /// From the activity of the same block: how the open one ended.
    void follow(const std::vector<wallet::Activity>& entries);

    /// Asks what it would cost, then shows it.
    Q_INVOKABLE void speedUp();
    Q_INVOKABLE void cancel();
    /// To the one that has to go first.
    Q_INVOKABLE void openFirst();
    Q_INVOKABLE void back();
    /// Asks the signer.
    Q_INVOKABLE void sign();
    Q_INVOKABLE void close();

signals:
    void changed();
    void replaced(); // sent: the list is to be read again

private:
    QCoro::Task<> prepare(wallet::Replace how);
    QCoro::Task<> signAndSend();
    SigningHints hints() const;
    const store::OutboxEntry& first() const;
    QString whatOf(const store::OutboxEntry& entry) const;
    QString nameOrShort(const Address& address) const;
    void show(const store::OutboxEntry& entry, std::vector<store::OutboxEntry> attempts);
    void fail(const Error& error);
    std::optional<wallet::Waiting> waitingOf(const store::OutboxEntry& entry) const;

    Session& m_session;
    Step m_step = Closed;
    std::optional<store::OutboxEntry> m_entry; // the one that would be replaced
    std::vector<store::OutboxEntry> m_attempts;
    wallet::Turn m_turn = wallet::Turn::None;
    std::vector<wallet::Waiting> m_all;
    std::optional<wallet::Waiting> m_waiting;
    std::optional<wallet::Replacement> m_wanted;
    wallet::Replace m_how = wallet::Replace::WithFaster;
    bool m_busy = false;
    ErrorView m_error;
};

} // namespace autochain::desktop
