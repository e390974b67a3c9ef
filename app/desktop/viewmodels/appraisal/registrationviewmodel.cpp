// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrationviewmodel.h"

#include "appraisal/appraiser_calls.h"
#include "session/session.h"
#include "viewmodels/base/format.h"
#include "viewmodels/deal/dealwords.h"

namespace autochain::desktop
{

RegistrationViewModel::RegistrationViewModel(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_sender(session), m_name(session.myName())
{
    connect(&m_sender, &Sender::changed, this, &RegistrationViewModel::changed);
}

void RegistrationViewModel::show(const appraisal::DeskRules& rules, const U256& balance)
{
    m_rules = rules;
    m_balance = balance;
    check();
}

void RegistrationViewModel::setName(const QString& text)
{
    m_name = text;
    check();
}

void RegistrationViewModel::setRegions(const QString& text)
{
    m_regions = text;
    check();
}

void RegistrationViewModel::setLanguages(const QString& text)
{
    m_languages = text;
    check();
}

void RegistrationViewModel::setRulingFee(const QString& text)
{
    m_rulingFee = text;
    check();
}

void RegistrationViewModel::setStake(const QString& text)
{
    m_stake = text;
    check();
}

QString RegistrationViewModel::leastStake() const
{
    return words::auc(m_rules.seatStake);
}

QString RegistrationViewModel::penalty() const
{
    return words::auc(m_rules.latePenalty);
}

QString RegistrationViewModel::balance() const
{
    return words::auc(m_balance);
}

void RegistrationViewModel::check()
{
    m_problem = {};
    m_complete = false;
    m_profile = {};
    m_profile.name = m_name.trimmed().toStdString();
    m_profile.regions = m_regions.trimmed().toStdString();
    m_profile.languages = m_languages.trimmed().toStdString();
    const bool filled = !m_rulingFee.trimmed().isEmpty() && !m_stake.trimmed().isEmpty();
    if (filled) {
        const auto fee = format::parseMoney(m_rulingFee);
        const auto stake = format::parseMoney(m_stake);
        if (!fee.ok() || !stake.ok()) {
            m_problem = ErrorView::of(fee.ok() ? stake.error() : fee.error());
        } else {
            m_profile.rulingFee = *fee;
            m_stakeAmount = *stake;
            const auto problems = appraisal::checkRegister(m_profile, *stake, m_balance, m_rules);
            if (!problems.empty()) {
                m_problem = ErrorView::of(problems.front());
            }
            m_complete = problems.empty();
        }
    }
    emit changed();
}

QString RegistrationViewModel::waitsFor() const
{
    return m_complete ? QString() : m_problem.present() ? m_problem.cause : tr("Continue waits for fee and stake.");
}

void RegistrationViewModel::submit()
{
    check();
    if (m_complete && !busy()) {
        m_session.gate().start(run());
    }
}

QCoro::Task<> RegistrationViewModel::run()
{
    wallet::Submission submission;
    submission.call = appraisal::registerCall(m_session.network(), m_profile, m_stakeAmount);
    submission.purpose = store::Purpose::RegisterAppraiser;
    if (co_await m_sender.send(std::move(submission))) {
        emit registered();
    }
}

} // namespace autochain::desktop
