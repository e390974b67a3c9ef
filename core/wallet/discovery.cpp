// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/discovery.h"

#include <algorithm>
#include <set>

namespace autochain::wallet
{
namespace
{

constexpr std::uint32_t h(std::uint32_t index)
{
    return index | kHardened;
}

} // namespace

HdPath PathScheme::at(std::uint32_t index) const
{
    HdPath out = before;
    out.push_back(hardened ? index | kHardened : index);
    out.insert(out.end(), after.begin(), after.end());
    return out;
}

std::string PathScheme::pattern() const
{
    return hdPathText(before) + (hardened ? "/i'" : "/i") + hdPathText(after).substr(1);
}

std::vector<PathScheme> usualPathSchemes()
{
    return {{"bip44", {h(44), h(60), h(0), 0}, false, {}},
            {"ledger-live", {h(44), h(60)}, true, {0, 0}},
            {"ledger-legacy", {h(44), h(60), h(0)}, false, {}},
            {"classic", {h(44), h(61), h(0), 0}, false, {}},
            {"classic-live", {h(44), h(61)}, true, {0, 0}},
            {"classic-legacy", {h(44), h(60), h(160720), h(0)}, false, {}}};
}

DiscoveryVerdict Discovery::verdict() const
{
    const bool complete = std::all_of(scans.begin(), scans.end(),
                                      [](const SchemeScan& scan) { return scan.end == SchemeScan::End::Gap; });
    const bool found =
        std::any_of(scans.begin(), scans.end(), [](const SchemeScan& scan) { return !scan.found.empty(); });
    if (scans.empty()) {
        return DiscoveryVerdict::CouldNotAsk;
    }
    if (complete) {
        return found ? DiscoveryVerdict::Found : DiscoveryVerdict::NothingUsed;
    }
    return found ? DiscoveryVerdict::FoundInPart : DiscoveryVerdict::CouldNotAsk;
}

std::vector<FoundAccount> Discovery::accounts() const
{
    std::vector<FoundAccount> out;
    std::set<Address> seen;
    for (const SchemeScan& scan : scans) {
        std::copy_if(scan.found.begin(), scan.found.end(), std::back_inserter(out),
                     [&](const FoundAccount& account) { return seen.insert(account.address).second; });
    }
    return out;
}

std::uint32_t Discovery::asked() const
{
    std::uint32_t out = 0;
    for (const SchemeScan& scan : scans) {
        out += scan.asked;
    }
    return out;
}

DiscoveryPlan::DiscoveryPlan(std::vector<PathScheme> schemes, ScanLimits limits)
    : m_limits(limits), m_unusedInARow(schemes.size())
{
    m_limits.gap = std::max(m_limits.gap, 1U);
    for (PathScheme& scheme : schemes) {
        m_scans.push_back({std::move(scheme), 0, SchemeScan::End::NotYet, {}, {}});
    }
}

std::optional<Probe> DiscoveryPlan::next() const
{
    const std::vector<Probe> one = nextOnes(1);
    return one.empty() ? std::nullopt : std::optional(one.front());
}

std::vector<Probe> DiscoveryPlan::nextOnes(std::size_t most) const
{
    const auto open = std::find_if(m_scans.begin(), m_scans.end(),
                                   [](const SchemeScan& scan) { return scan.end == SchemeScan::End::NotYet; });
    std::vector<Probe> out;
    if (open == m_scans.end()) {
        return out;
    }
    const auto scheme = static_cast<std::size_t>(open - m_scans.begin());
    // Were all of them unused, the gap would end only behind the last.
    const std::uint32_t certain =
        std::min(m_limits.gap - m_unusedInARow.at(scheme), std::max(m_limits.most, open->asked + 1) - open->asked);
    for (std::uint32_t i = 0; i < certain && out.size() < most; ++i) {
        out.push_back({scheme, open->asked + i, open->scheme.at(open->asked + i)});
    }
    return out;
}

bool DiscoveryPlan::isCurrent(const Probe& probe) const
{
    return probe.scheme < m_scans.size() && m_scans[probe.scheme].end == SchemeScan::End::NotYet &&
           m_scans[probe.scheme].asked == probe.index;
}

void DiscoveryPlan::answered(const Probe& probe, const Address& address, const AccountUse& use)
{
    if (!isCurrent(probe)) {
        return;
    }
    SchemeScan& scan = m_scans[probe.scheme];
    std::uint32_t& unused = m_unusedInARow[probe.scheme];
    ++scan.asked;
    unused = use.used() ? 0 : unused + 1;
    if (use.used()) {
        scan.found.push_back({scan.scheme.id, probe.path, address, use});
    }
    if (unused == m_limits.gap) {
        scan.end = SchemeScan::End::Gap;
    } else if (scan.asked >= m_limits.most) {
        scan.end = SchemeScan::End::Most;
    }
}

void DiscoveryPlan::failed(const Probe& probe, const Error& error)
{
    if (isCurrent(probe)) {
        m_scans[probe.scheme].end = SchemeScan::End::NoAnswer;
        m_scans[probe.scheme].error = error;
    }
}

void DiscoveryPlan::retry()
{
    for (SchemeScan& scan : m_scans) {
        if (scan.end == SchemeScan::End::NoAnswer) {
            scan.end = SchemeScan::End::NotYet;
            scan.error.reset();
        }
    }
}

} // namespace autochain::wallet
