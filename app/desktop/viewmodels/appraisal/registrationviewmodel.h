// SPDX-License-Identifier: GPL-3.0-or-later
// Registering as an appraiser: who, for what fee, with how much stake.
#pragma once

#include "appraisal/appraiser.h"
#include "viewmodels/garage/sender.h"

#include <qqml.h>

namespace autochain::desktop
{

class RegistrationViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the appraisals page")
    Q_PROPERTY(QString name MEMBER m_name WRITE setName NOTIFY changed)
    Q_PROPERTY(QString regions MEMBER m_regions WRITE setRegions NOTIFY changed)
    Q_PROPERTY(QString languages MEMBER m_languages WRITE setLanguages NOTIFY changed)
    Q_PROPERTY(QString rulingFee MEMBER m_rulingFee WRITE setRulingFee NOTIFY changed)
    Q_PROPERTY(QString stake MEMBER m_stake WRITE setStake NOTIFY changed)
    Q_PROPERTY(QString leastStake READ leastStake NOTIFY changed)
    Q_PROPERTY(QString penalty READ penalty NOTIFY changed)
    Q_PROPERTY(QString balance READ balance NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView problem READ problem NOTIFY changed)
    Q_PROPERTY(QString waitsFor READ waitsFor NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString doing READ doing NOTIFY changed)
    Q_PROPERTY(autochain::desktop::ErrorView sendError READ sendError NOTIFY changed)

public:
    explicit RegistrationViewModel(Session& session, QObject* parent = nullptr);

    void show(const appraisal::DeskRules& rules, const U256& balance);
    void setName(const QString& text);
    void setRegions(const QString& text);
    void setLanguages(const QString& text);
    void setRulingFee(const QString& text);
    void setStake(const QString& text);
    QString leastStake() const;
    QString penalty() const;
    QString balance() const;
    ErrorView problem() const { return m_problem; }
    QString waitsFor() const;
    bool busy() const { return m_sender.busy(); }
    QString doing() const { return m_sender.doing(); }
    ErrorView sendError() const { return m_sender.error(); }

    Q_INVOKABLE void submit();

signals:
    void changed();
    void registered();

private:
    QCoro::Task<> run();
    void check();

    Session& m_session;
    Sender m_sender;
    appraisal::DeskRules m_rules;
    U256 m_balance;
    QString m_name, m_regions, m_languages, m_rulingFee, m_stake;
    appraisal::Profile m_profile;
    U256 m_stakeAmount;
    bool m_complete = false;
    ErrorView m_problem;
};

} // namespace autochain::desktop
