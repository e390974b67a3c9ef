// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "viewmodels/base/errorview.h"
#include "wallet/fees.h"

#include <qqml.h>

namespace autochain::desktop
{

/// How much to offer for a place in a block: a speed, or prices of one's own with what speaks against them.
class FeeViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    /// "slow", "normal", "fast" or "own".
    Q_PROPERTY(QString choice READ choice WRITE setChoice NOTIFY changed)
    /// "about 0.00006 ETC, 1.25 gwei per gas" for the choice; empty until the node has said what blocks take.
    Q_PROPERTY(QString estimate READ estimate NOTIFY changed)
    /// How long it may take, as far as that can be told; empty for prices of one's own.
    Q_PROPERTY(QString wait READ wait NOTIFY changed)
    /// "Blocks take 1.10 gwei per gas now."
    Q_PROPERTY(QString network READ network NOTIFY changed)
    /// The chain has a base fee: the miner's part is chosen apart.
    Q_PROPERTY(bool hasTip READ hasTip NOTIFY changed)
    /// Gwei per gas, as typed.
    Q_PROPERTY(QString ownPrice READ ownPrice WRITE setOwnPrice NOTIFY changed)
    Q_PROPERTY(QString ownTip READ ownTip WRITE setOwnTip NOTIFY changed)
    /// Why the own prices cannot be used.
    Q_PROPERTY(autochain::desktop::ErrorView error READ error NOTIFY changed)
    /// They can, and it may take long.
    Q_PROPERTY(QString warning READ warning NOTIFY changed)

public:
    explicit FeeViewModel(Session& session, QObject* parent = nullptr) : QObject(parent), m_session(session) {}

    QString choice() const { return m_choice; }
    void setChoice(const QString& choice);
    QString estimate() const;
    QString wait() const;
    QString network() const;
    bool hasTip() const { return m_now && m_now->dynamic; }
    QString ownPrice() const { return m_ownPrice; }
    void setOwnPrice(const QString& text);
    QString ownTip() const { return m_ownTip; }
    void setOwnTip(const QString& text);
    ErrorView error() const;
    QString warning() const;

    /// What the outbox takes; what cannot be read or makes no sense is an error. Normal where the node has not
    /// answered.
    Result<wallet::FeeChoice> fee() const;
    /// Gas the payment will likely need, for the estimate.
    void setGas(std::uint64_t gas);
    /// Asks the node what blocks take.
    void refresh();

signals:
    void changed();

private:
    QCoro::Task<> ask();
    Result<wallet::FeeChoice> own() const;

    Session& m_session;
    QString m_choice = QStringLiteral("normal");
    QString m_ownPrice;
    QString m_ownTip;
    std::uint64_t m_gas = 21'000;
    std::optional<FeeSuggestion> m_now;
};

/// "1.25": wei per gas in gwei.
QString gwei(const U256& weiPerGas);

} // namespace autochain::desktop
