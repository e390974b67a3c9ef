// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/base/pageviewmodel.h"
#include "viewmodels/wallet/activitymodel.h"
#include "viewmodels/wallet/sendviewmodel.h"
#include "viewmodels/wallet/signerviewmodel.h"
#include "viewmodels/wallet/titlesmodel.h"
#include "viewmodels/wallet/waitingviewmodel.h"

#include <QUrl>

namespace autochain::desktop
{

/// Free, in Safes, for fees: three figures, never one sum; what happened; receive, titles, signer, sending.
class WalletViewModel : public PageViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString address READ address CONSTANT)
    Q_PROPERTY(QString network READ network CONSTANT)
    Q_PROPERTY(QString coin READ coin CONSTANT)
    Q_PROPERTY(QString freeAuc READ freeAuc NOTIFY changed)
    Q_PROPERTY(QString inSafes READ inSafes NOTIFY changed)
    /// "1 deal, moves only with two signatures."
    Q_PROPERTY(QString inSafesText READ inSafesText NOTIFY changed)
    Q_PROPERTY(bool hasSafes READ hasSafes NOTIFY changed)
    Q_PROPERTY(QString forFees READ forFees NOTIFY changed)
    /// "enough for about 570 payments"
    Q_PROPERTY(QString forFeesText READ forFeesText NOTIFY changed)
    Q_PROPERTY(bool fewFees READ fewFees NOTIFY changed)
    Q_PROPERTY(QString level READ level NOTIFY changed)
    /// The blocks the figures and the titles were read at.
    Q_PROPERTY(QVariant block READ block NOTIFY changed)
    Q_PROPERTY(QVariant titlesBlock READ titlesBlock NOTIFY changed)
    Q_PROPERTY(QString feeLevel READ feeLevel NOTIFY changed)
    Q_PROPERTY(QString titlesLevel READ titlesLevel NOTIFY changed)
    /// "receive", "send" or empty: what is open over the page.
    Q_PROPERTY(QString panel READ panel WRITE setPanel NOTIFY panelChanged)
    Q_PROPERTY(autochain::desktop::ActivityModel* activity READ activity CONSTANT)
    Q_PROPERTY(autochain::desktop::TitlesModel* titles READ titles CONSTANT)
    Q_PROPERTY(autochain::desktop::SignerViewModel* signer READ signer CONSTANT)
    Q_PROPERTY(autochain::desktop::SendViewModel* send READ send CONSTANT)
    Q_PROPERTY(autochain::desktop::WaitingViewModel* waiting READ waiting CONSTANT)
    Q_PROPERTY(autochain::desktop::ErrorView exportError READ exportError NOTIFY exportErrorChanged)

public:
    explicit WalletViewModel(PageContext context);

    QString name() const { return session().myName(); }
    QString address() const;
    QString network() const { return QString::fromStdString(session().network().name); }
    QString coin() const { return QString::fromStdString(session().network().coin); }
    QString freeAuc() const;
    QString inSafes() const;
    QString inSafesText() const;
    bool hasSafes() const { return m_safes != 0; }
    QString forFees() const;
    QString forFeesText() const;
    bool fewFees() const;
    QString level() const;
    QVariant block() const;
    QVariant titlesBlock() const;
    QString feeLevel() const;
    QString titlesLevel() const;
    QString panel() const { return m_panel; }
    void setPanel(const QString& panel);
    ActivityModel* activity() { return &m_activity; }
    TitlesModel* titles() { return &m_titles; }
    SignerViewModel* signer() { return &m_signer; }
    SendViewModel* send() { return &m_send; }
    WaitingViewModel* waiting() { return &m_waiting; }
    ErrorView exportError() const { return m_exportError; }

    /// Opens the panel of an entry that waits or took several tries; by the row's key.
    Q_INVOKABLE void openEntry(const QString& key);
    /// Writes the list as it is filtered now. Tells it by a toast, or by exportError.
    Q_INVOKABLE void exportCsv(const QUrl& file);

    void visit(const QString& rest) override;
    void leave() override;
    QVector<SearchHit> search(const QString& text) const override;

signals:
    void changed();
    void panelChanged();
    void exportErrorChanged();

protected:
    QCoro::Task<Result<>> load() override;

private:
    void sumSafes();
    QCoro::Task<> readWaiting();
    void restate() override;
    void fillActivity();
    ActivityRow rowOf(const wallet::Activity& entry) const;
    QString subjectOf(const wallet::Activity& entry, QString& route) const;
    std::vector<Address> knownAddresses() const;

    ActivityModel m_activity;
    TitlesModel m_titles;
    SignerViewModel m_signer;
    SendViewModel m_send;
    WaitingViewModel m_waiting;
    std::map<QString, wallet::Activity> m_detailed; // by row key
    std::vector<wallet::Activity> m_entries;        // as read last
    std::optional<wallet::Balances> m_balances;
    U256 m_inSafes;
    int m_safes = 0;
    U256 m_typicalFee; // of one AUC payment, in the coin's smallest unit; zero: not known
    QString m_panel;
    ErrorView m_exportError;
};

} // namespace autochain::desktop
