// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/clear_signing_scene.h"

#include "contracts/deal_hash.h"
#include "crypto/hash.h"

#include <algorithm>

namespace autochain::signing
{

namespace
{

// contracts/src/VehicleRegistry.sol: 17 of 0-9 A-Z without I, O, Q. Anything else is no VIN, whatever it hashes to.
bool isVin(const std::string& text)
{
    return text.size() == 17 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z' && c != 'I' && c != 'O' && c != 'Q');
           });
}

// Contracts whose purpose is to hold AUC.
bool holdsAuc(const std::string& key)
{
    return key == "treasury" || key == "incentivePool" || key == "privatePlacement" || key == "team";
}

} // namespace

bool Statement::has(Check check) const
{
    return std::find(checks.begin(), checks.end(), check) != checks.end();
}

bool Statement::warns(Warning warning) const
{
    return std::any_of(warnings.begin(), warnings.end(), [&](const WarningLine& w) { return w.kind == warning; });
}

Draft::Draft(Kind kind, const SigningContext& context, const SigningHints& hints) : m_context(context), m_hints(hints)
{
    m_statement.kind = kind;
    m_statement.self = party(context.self);
}

Party Draft::party(const Address& address, Role role) const
{
    Party out{address, role, {}, address == m_context.self};
    if (const auto known = m_context.names.find(address); known != m_context.names.end()) {
        out.name = known->second;
        return out;
    }
    for (const auto& [key, contract] : m_context.network.contracts) {
        if (contract == address && !address.isZero()) {
            out.name = key;
            out.role = Role::Contract;
        }
    }
    return out;
}

Vehicle Draft::vehicle(const Hash32& id) const
{
    for (const auto& vin : m_hints.vins) {
        if (isVin(vin) && keccak256(vin) == id) {
            return {id, vin};
        }
    }
    return {id, {}};
}

std::optional<contracts::dealBook::Terms> Draft::termsOf(const Hash32& dealId) const
{
    for (const auto& encoded : m_hints.terms) {
        const auto terms = contracts::dealBook::decodeTerms(encoded);
        if (terms.ok() && contracts::hashTerms(*terms) == dealId) {
            return *terms;
        }
    }
    return {};
}

void Draft::setVehicle(const Hash32& id)
{
    m_statement.vehicle = vehicle(id);
    if (m_statement.vehicle->vin.empty()) {
        warn(Warning::VinUnknown);
    } else {
        check(Check::VinFitsTitle);
    }
}

void Draft::setDeal(const Hash32& dealId, const contracts::dealBook::Terms& terms)
{
    m_statement.deal = Deal{dealId, terms, contracts::dealSafeAddress(m_context.network, terms)};
    setVehicle(terms.vehicleId);
    for (const Address& who : {terms.buyer, terms.seller, terms.appraiser, terms.substitute}) {
        if (party(who).name.empty() && !isSelf(who)) {
            warnOfLookAlike(who);
        }
    }
}

Result<contracts::dealBook::Terms> Draft::needDeal(const Hash32& dealId)
{
    const auto terms = termsOf(dealId);
    if (!terms) {
        return cannotDecode("terms of the deal");
    }
    setDeal(dealId, *terms);
    return *terms;
}

void Draft::mayHaveDeal(const Hash32& dealId)
{
    if (const auto terms = termsOf(dealId)) {
        setDeal(dealId, *terms);
    } else {
        m_statement.deal = Deal{dealId, {}, {}};
        warn(Warning::TermsUnknown);
    }
}

Result<> Draft::checkRecipient(const Address& to)
{
    if (to.isZero()) {
        return refused("zero address");
    }
    for (const auto& [key, contract] : m_context.network.contracts) {
        if (contract == to && !holdsAuc(key)) {
            return refused("recipient is a contract", key);
        }
    }
    warnOfStranger(to);
    return {};
}

void Draft::warnOfStranger(const Address& address)
{
    if (!party(address).name.empty() || isSelf(address)) {
        return;
    }
    if (!m_statement.warns(Warning::UnknownRecipient)) {
        warn(Warning::UnknownRecipient);
    }
    warnOfLookAlike(address);
}

bool looksAlike(const Address& a, const Address& b)
{
    return a != b && a.bytes[0] == b.bytes[0] && a.bytes[1] == b.bytes[1] && a.bytes[18] == b.bytes[18] &&
           a.bytes[19] == b.bytes[19];
}

// Address poisoning: an address made to share the ends people compare.
void Draft::warnOfLookAlike(const Address& address)
{
    for (const auto& [known, name] : m_context.names) {
        const WarningLine line{Warning::LooksAlike, name, address, known};
        const auto& all = m_statement.warnings;
        if (looksAlike(address, known) && std::find(all.begin(), all.end(), line) == all.end()) {
            m_statement.warnings.push_back(line);
        }
    }
}

void Draft::move(Asset asset, const Party& from, const Party& to, const U256& amount, bool fee)
{
    m_statement.moves.push_back({asset, fee, from, to, amount});
}

void Draft::check(Check check)
{
    if (!m_statement.has(check)) {
        m_statement.checks.push_back(check);
    }
}

void Draft::warn(Warning warning, std::string arg)
{
    m_statement.warnings.push_back({warning, std::move(arg), {}, {}});
}

} // namespace autochain::signing
