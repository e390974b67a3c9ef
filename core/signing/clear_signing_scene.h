// SPDX-License-Identifier: GPL-3.0-or-later
// Inside clear signing: what the decoders of single calls share.
#pragma once

#include "contracts/functions.h"
#include "contracts/generated/appraisal_desk_types.h"
#include "signing/clear_signing.h"

namespace autochain::signing
{

inline Error cannotDecode(std::string what, std::string detail = {})
{
    return {SigningError::CannotDecode, {std::move(what)}, std::move(detail)};
}
inline Error refused(std::string rule, std::string detail = {})
{
    return {SigningError::Refused, {std::move(rule)}, std::move(detail)};
}

// Codec errors mean one thing here: these bytes are not what they claim to be.
template <typename T>
Result<T> understood(Result<T> result, const std::string& what)
{
    if (!result.ok()) {
        return cannotDecode(what);
    }
    return result;
}

// A statement while it is being filled, with what is known about addresses, titles and deals.
class Draft
{
public:
    Draft(Kind kind, const SigningContext& context, const SigningHints& hints);

    Party party(const Address& address, Role role = Role::Person) const;
    Vehicle vehicle(const Hash32& id) const;
    std::optional<contracts::dealBook::Terms> termsOf(const Hash32& dealId) const;
    bool isSelf(const Address& address) const { return address == m_context.self; }
    const SigningContext& context() const { return m_context; }

    void setVehicle(const Hash32& id); // notes the check or the warning that goes with it
    // Terms by hint, the Safe recomputed, the vehicle. CannotDecode where no hint hashes to `dealId`.
    Result<contracts::dealBook::Terms> needDeal(const Hash32& dealId);
    // As needDeal, and a warning instead of the error.
    void mayHaveDeal(const Hash32& dealId);
    void setDeal(const Hash32& dealId, const contracts::dealBook::Terms& terms);
    // Refused where the address is zero, or a contract of the network that could not give back what is sent.
    // Otherwise warns of unknown and of look-alike addresses.
    Result<> checkRecipient(const Address& to);

    void move(Asset asset, const Party& from, const Party& to, const U256& amount = {}, bool fee = false);
    template <typename T>
    void fact(FactKind kind, T value)
    {
        m_statement.facts.push_back({kind, std::move(value)});
    }
    void check(Check check);
    void warn(Warning warning, std::string arg = {});
    // UnknownRecipient and LooksAlike, where they apply: for everybody who gets something or may take it.
    void warnOfStranger(const Address& address);
    Statement& statement() { return m_statement; }
    Statement take() { return std::move(m_statement); }

private:
    void warnOfLookAlike(const Address& address);

    const SigningContext& m_context;
    const SigningHints& m_hints;
    Statement m_statement;
};

// A call to a contract of the network: no coins, canonical calldata (checked before the decoders see it).
struct Scene {
    const SigningContext& context;
    const SigningHints& hints;
    Address contract;
    BytesView calldata; // with selector
};

using Decoder = Result<Statement> (*)(const Scene&);
// None: this contract has no such call that the suite sends.
Decoder aucDecoder(const contracts::Selector& selector);
Decoder vehicleDecoder(const contracts::Selector& selector);
Decoder listingDecoder(const contracts::Selector& selector);
Decoder participantsDecoder(const contracts::Selector& selector);
Decoder deskDecoder(const contracts::Selector& selector);
Decoder dealBookDecoder(const contracts::Selector& selector);
Decoder dealModuleDecoder(const contracts::Selector& selector);
Decoder proxyFactoryDecoder(const contracts::Selector& selector);
Decoder sectionsDecoder(const contracts::Selector& selector);

Result<Statement> decodeSafeExecution(const Scene& scene); // scene.contract: the Safe
Result<Statement> decodeCreation(const Transaction& tx, const SigningContext& context, const SigningHints& hints);

// What a settlement must be to fit its terms (contracts/src/SettlementTable.sol), its moves and the words of caution.
// `signers`: those whose signatures are known, so that a ruling names the one on the seat.
Result<> describeSettlement(Draft& draft, const contracts::dealBook::Terms& terms,
                            const contracts::dealBook::Settlement& settlement, const std::vector<Address>& signers);
// The facts of terms, and Refused where they contradict themselves.
Result<> describeTerms(Draft& draft, const contracts::dealBook::Terms& terms);
Result<> describeProfile(Draft& draft, const contracts::appraisalDesk::Profile& profile);
// Buyer and seller, or in a ruling one of the appraisers and the favoured side.
bool maySign(const contracts::dealBook::Terms& terms, const contracts::dealBook::Settlement& settlement,
             const Address& signer);
// The address whose 65-byte signature (v 27 or 28) over `digest` this is.
Result<Address> signerOf(const Hash32& digest, BytesView rsv);
// An address that is not known and shares its first and last two bytes with one that is.
bool looksAlike(const Address& a, const Address& b);
Result<> checkAllowance(const U256& amount); // Refused: unlimited approval

} // namespace autochain::signing
