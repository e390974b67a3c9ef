// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/address_check.h"

#include "contracts/generated/auc.h"
#include "crypto/address.h"
#include "wallet/activity.h"

#include <algorithm>

namespace autochain::wallet
{
namespace auc = contracts::auc;

namespace
{
std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kSpace);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool hasBothCases(std::string_view hex)
{
    const bool lower = std::any_of(hex.begin(), hex.end(), [](char c) { return c >= 'a' && c <= 'f'; });
    const bool upper = std::any_of(hex.begin(), hex.end(), [](char c) { return c >= 'A' && c <= 'F'; });
    return lower && upper;
}

Result<Address> addressIn(std::string_view text)
{
    const auto address = parseAddress(text);
    if (address.ok()) {
        return *address;
    }
    return address.error().is(CryptoError::BadChecksum) ? WalletError::BadChecksum : WalletError::BadAddress;
}

Result<> checkNotContract(const Address& address, const NetworkFile& network)
{
    for (const auto& [key, contract] : network.contracts) {
        if (contract == address) {
            return Error(WalletError::KnownContract, {key});
        }
    }
    return {};
}

bool paidTo(const store::OutboxEntry& entry, const Address& address, const Address& token)
{
    if (entry.state != store::OutboxState::Mined || !entry.tx.to) {
        return false;
    }
    const auto transfer = auc::decodeTransfer(entry.tx.data);
    return *entry.tx.to == address || (*entry.tx.to == token && transfer.ok() && transfer->to == address);
}

Result<> addMemory(AddressFacts& facts, const NetworkFile& network, store::AddressBook& book,
                   store::OutboxRepository& rows, const std::vector<Address>& own)
{
    std::vector<Address> known = own;
    AC_TRY(const std::vector<store::Contact> contacts, book.all());
    for (const store::Contact& contact : contacts) {
        known.push_back(contact.address);
        facts.label = contact.address == facts.address ? contact.name : facts.label;
    }
    for (const PracticePerson& person : network.people) {
        known.push_back(person.address);
    }
    for (const Address& account : own) {
        AC_TRY(const std::vector<store::OutboxEntry> entries, rows.of(network.chainId, account));
        const bool paid = std::any_of(entries.begin(), entries.end(), [&](const store::OutboxEntry& entry) {
            return paidTo(entry, facts.address, network.contract("auc"));
        });
        facts.firstTime = facts.firstTime && !paid;
    }
    const auto like =
        std::find_if(known.begin(), known.end(), [&](const Address& a) { return looksAlike(a, facts.address); });
    const bool isKnown = std::find(known.begin(), known.end(), facts.address) != known.end();
    if (like != known.end() && !isKnown) {
        facts.imitates = *like;
    }
    return {};
}
} // namespace

Result<AddressFacts> checkRecipientText(std::string_view text, const std::vector<Address>& own,
                                        const NetworkFile& network)
{
    AddressFacts out;
    AC_TRY(out.address, addressIn(trimmed(text)));
    out.hasChecksum = hasBothCases(trimmed(text));
    if (out.address.isZero()) {
        return WalletError::ZeroAddress;
    }
    if (std::find(own.begin(), own.end(), out.address) != own.end()) {
        return WalletError::OwnAddress;
    }
    AC_CHECK(checkNotContract(out.address, network));
    for (const PracticePerson& person : network.people) {
        out.personName = person.address == out.address ? person.name : out.personName;
    }
    return out;
}

QCoro::Task<Result<AddressFacts>> checkRecipient(NodePort& node, const NetworkFile& network, store::AddressBook& book,
                                                 store::OutboxRepository& rows, std::string text,
                                                 std::vector<Address> own)
{
    AC_CO_TRY(AddressFacts facts, checkRecipientText(text, own, network));
    AC_CO_CHECK(addMemory(facts, network, book, rows, own));
    AC_CO_TRY(const auto answer, co_await node.account(facts.address));
    const AccountState& state = answer.value;
    facts.hasCode = state.hasCode;
    facts.never = !state.hasCode && state.nonce == 0 && state.balanceWei.isZero();
    co_return facts;
}

} // namespace autochain::wallet
