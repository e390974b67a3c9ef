// SPDX-License-Identifier: GPL-3.0-or-later
// A store with something in every table, and all that is in it as values to compare.
#pragma once

#include "store/address_book.h"
#include "store/drafts.h"
#include "store/grants.h"
#include "store/messages.h"
#include "store/outbox_repository.h"
#include "store/settings.h"
#include "store/stock.h"
#include "store/watch_list.h"
#include "store/watched_accounts.h"

namespace autochain::store
{

template <typename T>
T filledWith(std::uint8_t value)
{
    T out;
    out.bytes.fill(value);
    return out;
}

inline constexpr std::uint64_t kTestChain = 31337;

inline OutboxEntry testEntry(std::uint64_t nonce)
{
    OutboxEntry out;
    out.from = filledWith<Address>(1);
    out.tx.type = TxType::DynamicFee;
    out.tx.chainId = kTestChain;
    out.tx.nonce = nonce;
    out.tx.maxFeePerGas = U256(1) << 40;
    out.tx.maxPriorityFeePerGas = 7;
    out.tx.gasLimit = 21'000;
    out.tx.to = filledWith<Address>(5);
    out.tx.value = U256(nonce + 1);
    out.tx.data = {1, 2, 3};
    out.purpose = Purpose::FundDeal;
    out.subject = filledWith<Hash32>(0xdd);
    out.createdAt = 1'000;
    return out;
}

inline Result<> fillWholeStore(Database& database, UnixTime now)
{
    AC_CHECK(Settings(database).set("ui.theme", "dark"));
    AC_CHECK(AddressBook(database).put({filledWith<Address>(2), "Bob", "sold me the van", 10}));
    AC_CHECK(AddressBook(database).put({filledWith<Address>(3), "Zoë", "", 11}));
    AC_CHECK(Drafts(database).put({"terms", "1", "{\"price\":\"190000\"}", 12}));
    AC_CHECK(WatchList(database).put({filledWith<Hash32>(4), 100, U256::max(), 46, "the green one"}));
    AC_CHECK(WatchedAccounts(database).put({filledWith<Address>(9), "Cold", "xpub of the paper wallet", 13}));
    StockRow stock;
    stock.vin = "2HGFC1F38JH103965";
    stock.plate = "AB12CDE";
    stock.note = "two keys";
    stock.cost = U256(161'000);
    stock.marks = 5;
    stock.addedAt = 14;
    AC_CHECK(Stock(database).add(std::span(&stock, 1)));
    StockView view;
    view.name = "Over 90 days";
    view.query = "days:>=90";
    AC_CHECK(StockViews(database).put(view).ok() ? Result<>() : Result<>(StoreError::Conflict));
    Message message;
    message.dealId = filledWith<Hash32>(6);
    message.key = filledWith<Hash32>(7);
    message.from = filledWith<Address>(2);
    message.time = 50;
    message.text = "co-signature, waiting for yours";
    AC_CHECK(Messages(database).add(message));
    Grants grants(database);
    AC_CHECK(grants.put({"document key", filledWith<Hash32>(6), filledWith<Address>(2), {9}, 1, now}));
    AC_CHECK(grants.put({"contact", filledWith<Hash32>(6), filledWith<Address>(2), {8}, 1, now + 7 * 86'400}));
    OutboxRepository outbox(database);
    AC_TRY(const std::int64_t mined, outbox.add(testEntry(0)));
    AC_CHECK(outbox.markSigned(mined, Bytes{1}, filledWith<Hash32>(0x10), 1));
    AC_CHECK(outbox.markMined(mined, true, 5, 5, 21'000, U256(1)));
    AC_TRY(const std::int64_t sent, outbox.add(testEntry(1)));
    AC_CHECK(outbox.markSigned(sent, Bytes{2}, filledWith<Hash32>(0x11), 2));
    AC_CHECK(outbox.markSent(sent, 3));
    AC_TRY(const std::int64_t old, outbox.add(testEntry(2)));
    OutboxEntry dearer = testEntry(2);
    dearer.replaces = old;
    AC_TRY(const std::int64_t second, outbox.add(dearer));
    AC_CHECK(outbox.markSigned(second, Bytes{3}, filledWith<Hash32>(0x12), 4));
    AC_CHECK(outbox.markReplaced(old, 5));
    return {};
}

// Everything but the history of transactions, which a backup does not carry.
struct WholeStore {
    std::map<std::string, std::string> settings;
    std::vector<Contact> contacts;
    std::vector<Draft> drafts;
    std::vector<Watched> watched;
    std::vector<WatchedAccount> accounts;
    std::vector<StockRow> stock;
    std::vector<StockView> views;
    std::vector<Message> messages;
    std::vector<Grant> grants;
    std::vector<std::pair<std::int64_t, Bytes>> pending; // id, raw bytes
    bool operator==(const WholeStore&) const = default;
};

inline Result<WholeStore> readWholeStore(Database& database, UnixTime now)
{
    WholeStore out;
    AC_TRY(const auto settings, Settings(database).all());
    out.settings = {settings.begin(), settings.end()};
    AC_TRY(out.contacts, AddressBook(database).all());
    AC_TRY(out.drafts, Drafts(database).ofKind("terms"));
    AC_TRY(out.watched, WatchList(database).all());
    AC_TRY(out.accounts, WatchedAccounts(database).all());
    AC_TRY(out.stock, Stock(database).all());
    AC_TRY(out.views, StockViews(database).all());
    AC_TRY(out.messages, Messages(database).ofDeal(filledWith<Hash32>(6)));
    AC_TRY(out.grants, Grants(database).ofSubject(filledWith<Hash32>(6), now));
    AC_TRY(const auto pending, OutboxRepository(database).pending(kTestChain));
    for (const OutboxEntry& entry : pending) {
        out.pending.emplace_back(entry.id, entry.raw);
    }
    return out;
}

} // namespace autochain::store
