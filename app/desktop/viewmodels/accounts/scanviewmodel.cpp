// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/scanviewmodel.h"

#include "messages/discovery_text.h"
#include "viewmodels/base/format.h"

namespace autochain::desktop
{

ScanViewModel::ScanViewModel(TaskGate& gate, QObject* parent) : QObject(parent), m_gate(gate) {}

void ScanViewModel::begin(std::shared_ptr<wallet::AddressPort> addresses, std::shared_ptr<wallet::AccountUsePort> uses,
                          std::set<Address> known)
{
    if (m_state == Asking) {
        return;
    }
    m_addresses = std::move(addresses);
    m_uses = std::move(uses);
    m_plan = wallet::DiscoveryPlan();
    m_known = std::move(known);
    m_leftOut.clear();
    m_gate.start(run());
}

void ScanViewModel::retry()
{
    if (m_state == Asked && m_addresses) {
        m_plan.retry();
        m_gate.start(run());
    }
}

void ScanViewModel::cancel()
{
    m_stop = true;
    emit changed();
}

QCoro::Task<> ScanViewModel::run()
{
    m_stop = false;
    m_state = Asking;
    m_result = m_plan.result();
    show();
    const auto addresses = m_addresses;
    const auto uses = m_uses;
    const std::function<bool(const wallet::Discovery&)> tell = [this](const wallet::Discovery& known) {
        m_result = known;
        show();
        return !m_stop && !m_gate.closed();
    };
    co_await wallet::askPlan(m_plan, *addresses, *uses, tell);
    m_state = Asked;
    m_result = m_plan.result();
    show();
    emit finished();
}

void ScanViewModel::show()
{
    m_paths.show(m_result, m_state == Asking);
    std::vector<ScanFoundRow> rows;
    for (const wallet::FoundAccount& one : m_result.accounts()) {
        const bool known = m_known.contains(one.address);
        rows.push_back({format::address(one.address), QString::fromStdString(hdPathText(one.path)),
                        format::money(one.use.auc), format::money(one.use.coinWei, 4), known,
                        !known && !m_leftOut.contains(one.address)});
    }
    m_found.setRows(std::move(rows));
    emit changed();
}

QString ScanViewModel::progress() const
{
    return messages::progressOf(m_result);
}

bool ScanViewModel::incomplete() const
{
    const auto verdict = m_result.verdict();
    return m_state == Asked &&
           (verdict == wallet::DiscoveryVerdict::FoundInPart || verdict == wallet::DiscoveryVerdict::CouldNotAsk);
}

ErrorView ScanViewModel::verdict() const
{
    if (m_state != Asked) {
        return {};
    }
    const messages::ErrorText text = messages::verdictOf(m_result);
    ErrorView out;
    out.cause = text.cause;
    out.money = text.money;
    out.next = text.next;
    return out;
}

std::vector<wallet::FoundAccount> ScanViewModel::wanted() const
{
    std::vector<wallet::FoundAccount> out;
    for (wallet::FoundAccount& one : m_result.accounts()) {
        if (!m_known.contains(one.address) && !m_leftOut.contains(one.address)) {
            out.push_back(std::move(one));
        }
    }
    return out;
}

void ScanViewModel::setWanted(const QString& address, bool wanted)
{
    for (const wallet::FoundAccount& one : m_result.accounts()) {
        if (format::address(one.address) == address) {
            wanted ? (void)m_leftOut.erase(one.address) : (void)m_leftOut.insert(one.address);
        }
    }
    show();
}

void ScanViewModel::tookIn(const std::set<Address>& accounts)
{
    m_known.insert(accounts.begin(), accounts.end());
    show();
}

} // namespace autochain::desktop
