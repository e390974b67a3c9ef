// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "viewmodels/base/errorview.h"
#include "viewmodels/wallet/checksmodel.h"
#include "viewmodels/wallet/contactsmodel.h"
#include "viewmodels/wallet/feeviewmodel.h"
#include "wallet/address_check.h"
#include "wallet/balances.h"

#include <qqml.h>

namespace autochain::desktop
{

/// Sending in four steps: to whom, how much, review, sign in the signer. Every step is checked before the next one;
/// what was typed stays, whatever happens, also when the program ends.
class SendViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(Step step READ step NOTIFY stepChanged)
    Q_PROPERTY(QString recipient READ recipient WRITE setRecipient NOTIFY inputChanged)
    Q_PROPERTY(QString amount READ amount WRITE setAmount NOTIFY inputChanged)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY inputChanged)
    /// "auc", or "coin" for what pays network fees.
    Q_PROPERTY(QString asset READ asset WRITE setAsset NOTIFY inputChanged)
    Q_PROPERTY(QString unit READ unit NOTIFY inputChanged)
    Q_PROPERTY(QString coin READ coin CONSTANT)
    /// "Remember as": puts the address into the address book when the payment is signed.
    Q_PROPERTY(QString remember READ remember WRITE setRemember NOTIFY inputChanged)
    Q_PROPERTY(autochain::desktop::ErrorView recipientError READ recipientError NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView amountError READ amountError NOTIFY changed)
    /// Of reviewing or signing.
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString progress READ progress NOTIFY changed)
    Q_PROPERTY(QString recipientName READ recipientName NOTIFY changed)
    Q_PROPERTY(QString recipientAddress READ recipientAddress NOTIFY changed)
    Q_PROPERTY(bool recipientKnown READ recipientKnown NOTIFY changed)
    Q_PROPERTY(QString recipientHistory READ recipientHistory NOTIFY changed)
    Q_PROPERTY(QString exactAmount READ exactAmount NOTIFY changed)
    Q_PROPERTY(QString fee READ fee NOTIFY changed)
    Q_PROPERTY(QString before READ before NOTIFY changed)
    Q_PROPERTY(QString after READ after NOTIFY changed)
    Q_PROPERTY(QString coinBefore READ coinBefore NOTIFY changed)
    Q_PROPERTY(QString coinAfter READ coinAfter NOTIFY changed)
    Q_PROPERTY(QString level READ level NOTIFY changed)
    Q_PROPERTY(QString hash READ hash NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ChecksModel* checks READ checks CONSTANT)
    Q_PROPERTY(autochain::desktop::ContactsModel* contacts READ contacts CONSTANT)
    Q_PROPERTY(autochain::desktop::FeeViewModel* feeChoice READ feeChoice CONSTANT)
    /// "1.25 gwei per gas at most, fast"
    Q_PROPERTY(QString feeDetail READ feeDetail NOTIFY changed)

public:
    enum Step { ToWhom, HowMuch, Review, Sign, Done };
    Q_ENUM(Step)

    explicit SendViewModel(Session& session, QObject* parent = nullptr);

    Step step() const { return m_step; }
    QString recipient() const { return m_recipient; }
    void setRecipient(const QString& text);
    QString amount() const { return m_amount; }
    void setAmount(const QString& text);
    QString note() const { return m_note; }
    void setNote(const QString& text);
    QString asset() const { return m_asset; }
    void setAsset(const QString& asset);
    QString unit() const { return m_asset == QStringLiteral("auc") ? QStringLiteral("AUC") : coin(); }
    QString coin() const { return QString::fromStdString(m_session.network().coin); }
    QString remember() const { return m_remember; }
    void setRemember(const QString& name);
    ErrorView recipientError() const { return m_recipientError; }
    ErrorView amountError() const { return m_amountError; }
    ErrorView error() const { return m_error; }
    bool busy() const { return m_busy; }
    QString progress() const { return m_progress; }
    QString recipientName() const;
    QString recipientAddress() const;
    bool recipientKnown() const;
    QString recipientHistory() const;
    QString exactAmount() const;
    QString fee() const;
    QString before() const;
    QString after() const;
    QString coinBefore() const;
    QString coinAfter() const;
    QString level() const;
    QString hash() const { return m_hash; }
    ChecksModel* checks() { return &m_checks; }
    ContactsModel* contacts() { return &m_contacts; }
    FeeViewModel* feeChoice() { return &m_fee; }
    QString feeDetail() const;

    /// Goes on from the present step after checking it. In Review it asks the signer.
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();
    /// A step already passed, from the row of steps.
    Q_INVOKABLE void goTo(int step);
    /// The whole balance; for the coin without what the fee may take.
    Q_INVOKABLE void sendAll();
    /// After Done, or to begin again: empties the form.
    Q_INVOKABLE void startOver();
    void refreshContacts() { m_contacts.fill(m_session); }

signals:
    void stepChanged();
    void inputChanged();
    void changed();
    void sent(const QString& text);

private:
    QCoro::Task<> checkRecipient();
    QCoro::Task<> checkAmount();
    QCoro::Task<> prepare();
    QCoro::Task<> signAndSend();
    QCoro::Task<> allOfIt();
    Result<Call> call() const;
    bool aboutAuc() const { return m_asset == QStringLiteral("auc"); }
    void setStep(Step step);
    void setBusy(bool busy, const QString& progress = {});
    void keepDraft();
    void loadDraft();
    void forgetDraft();
    void rememberRecipient();
    void estimateGas();

    Session& m_session;
    ChecksModel m_checks;
    ContactsModel m_contacts;
    FeeViewModel m_fee;
    Step m_step = ToWhom;
    QString m_recipient;
    QString m_amount;
    QString m_note;
    QString m_asset = QStringLiteral("auc");
    QString m_remember;
    ErrorView m_recipientError;
    ErrorView m_amountError;
    ErrorView m_error;
    bool m_busy = false;
    QString m_progress;
    std::optional<wallet::AddressFacts> m_facts;
    U256 m_value;
    std::optional<wallet::Balances> m_balances;
    std::optional<wallet::FeeQuote> m_quote;
    QString m_hash;
};

} // namespace autochain::desktop
