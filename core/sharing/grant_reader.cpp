// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/grant_reader.h"

#include "contracts/generated/section_grants.h"
#include "contracts/generated/vehicle_registry.h"
#include "contracts/storage_reader.h"
#include "crypto/address.h"

#include <algorithm>

namespace autochain::sharing
{
namespace
{

constexpr const char* kContract = "sectionGrants";
constexpr int kTries = 4; // the title may change hands between two reads

Error notOffered()
{
    return PrivacyError::NotOnThisNetwork;
}

Error keepsMoving()
{
    return {ChainError::BadAnswer, {"-", "title"}, "the title changes hands between two reads"};
}

std::vector<Address> addressList(const Address& one)
{
    return {one};
}

UnixTime timeOf(std::uint64_t seconds)
{
    return static_cast<UnixTime>(std::min(seconds, static_cast<std::uint64_t>(std::numeric_limits<UnixTime>::max())));
}

privacy::ReadGrant grantOf(const contracts::sectionGrants::Grant& words)
{
    privacy::ReadGrant out;
    out.from = timeOf(words.from);
    out.until = timeOf(words.until);
    out.firstRecord = words.firstRecord;
    out.lastRecord = words.lastRecord;
    const U256 known = words.kinds & U256(~std::uint32_t{0});
    out.kinds = static_cast<std::uint32_t>(known.toU64());
    out.keysDigest = words.keysDigest;
    return out;
}

// The holder, and of the holder that was read before: his grants to these accounts.
struct Round {
    Address holder;
    std::uint64_t listed = 0;
    std::vector<Grantee> grantees;
    Provenance provenance = Provenance::Reported;
    BlockRef block;
};

QCoro::Task<Result<Round>> readRound(NodePort& node, const NetworkFile& network, Hash32 vehicleId, Address of,
                                     std::vector<Address> accounts)
{
    using namespace contracts;
    StorageBatch batch;
    const auto holder = batch.add(network.contract("vehicleRegistry"), vehicleRegistry::holdersReader(vehicleId));
    const Address& grants = network.contract(kContract);
    const auto listed = batch.add(grants, sectionGrants::granteesLengthReader(vehicleId, of));
    std::vector<std::shared_ptr<sectionGrants::Grant>> words;
    for (const Address& account : accounts) {
        words.push_back(batch.add(grants, sectionGrants::grantsReader(vehicleId, of, account)));
    }
    AC_CO_TRY(const auto read, co_await batch.run(node));
    Round out;
    out.holder = *holder;
    out.listed = *listed;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        out.grantees.push_back({accounts[i], grantOf(*words[i])});
    }
    out.provenance = read.provenance;
    out.block = read.block;
    co_return std::move(out);
}

QCoro::Task<Result<std::vector<Address>>> readList(NodePort& node, const NetworkFile& network, Hash32 vehicleId,
                                                   Address holder, std::uint64_t count)
{
    StorageBatch batch;
    std::vector<std::shared_ptr<Address>> words;
    for (std::uint64_t i = 0; i < std::min(count, kMostGrantees); ++i) {
        words.push_back(
            batch.add(network.contract(kContract), contracts::sectionGrants::granteesReader(vehicleId, holder, i)));
    }
    std::vector<Address> out;
    if (words.empty()) {
        co_return std::move(out);
    }
    AC_CO_CHECK(co_await batch.run(node));
    for (const auto& word : words) {
        out.push_back(*word);
    }
    co_return std::move(out);
}

} // namespace

bool isOffered(const NetworkFile& network)
{
    return network.contracts.contains(kContract);
}

QCoro::Task<Result<Sourced<CarGrants>>> readGrants(NodePort& node, const NetworkFile& network, Hash32 vehicleId)
{
    if (!isOffered(network)) {
        co_return notOffered();
    }
    AC_CO_TRY(Round first, co_await readRound(node, network, vehicleId, Address(), {}));
    for (int i = 0; i < kTries; ++i) {
        const Address holder = first.holder;
        AC_CO_TRY(const Round counted, co_await readRound(node, network, vehicleId, holder, {}));
        AC_CO_TRY(std::vector<Address> accounts, co_await readList(node, network, vehicleId, holder, counted.listed));
        AC_CO_TRY(Round whole, co_await readRound(node, network, vehicleId, holder, std::move(accounts)));
        if (whole.holder == holder && whole.listed == counted.listed) {
            Sourced<CarGrants> out;
            out.value.holder = holder;
            out.value.grantees = std::move(whole.grantees);
            out.provenance = whole.provenance;
            out.block = whole.block;
            co_return std::move(out);
        }
        first = std::move(whole);
    }
    co_return keepsMoving();
}

QCoro::Task<Result<Sourced<ReaderState>>> readReader(NodePort& node, const NetworkFile& network, Hash32 vehicleId,
                                                     Address reader)
{
    if (!isOffered(network)) {
        co_return notOffered();
    }
    Address holder;
    for (int i = 0; i < kTries; ++i) {
        AC_CO_TRY(const Round round, co_await readRound(node, network, vehicleId, holder, addressList(reader)));
        if (round.holder == holder) {
            Sourced<ReaderState> out;
            out.value = {holder, round.grantees.front().grant};
            out.provenance = round.provenance;
            out.block = round.block;
            co_return std::move(out);
        }
        holder = round.holder;
    }
    co_return keepsMoving();
}

QCoro::Task<Result<std::vector<KeyBlockRef>>> readKeyBlocks(NodePort& node, const NetworkFile& network,
                                                            Hash32 vehicleId, Address reader,
                                                            std::vector<Address> holders)
{
    if (!isOffered(network)) {
        co_return notOffered();
    }
    StorageBatch batch;
    std::vector<std::shared_ptr<contracts::sectionGrants::Grant>> words;
    for (const Address& holder : holders) {
        words.push_back(
            batch.add(network.contract(kContract), contracts::sectionGrants::grantsReader(vehicleId, holder, reader)));
    }
    std::vector<KeyBlockRef> out;
    if (holders.empty()) {
        co_return std::move(out);
    }
    AC_CO_CHECK(co_await batch.run(node));
    for (std::size_t i = 0; i < holders.size(); ++i) {
        if (!words[i]->keysDigest.isZero()) {
            out.push_back({holders[i], words[i]->keysDigest});
        }
    }
    co_return std::move(out);
}

namespace
{

Result<std::optional<PublicKey>> pointOf(const contracts::sectionGrants::PublicKey& words, const Address& account)
{
    if (words.x.isZero() && words.y.isZero()) {
        return std::optional<PublicKey>();
    }
    Bytes sec1{0x04};
    append(sec1, words.x.view());
    append(sec1, words.y.view());
    const auto key = PublicKey::fromBytes(sec1);
    if (!key.ok() || key->address() != account) {
        return Error(PrivacyError::BadPublicKey, {checksumAddress(account)});
    }
    return std::optional<PublicKey>(*key);
}

} // namespace

QCoro::Task<Result<std::vector<std::optional<PublicKey>>>> readPublicKeys(NodePort& node, const NetworkFile& network,
                                                                          std::vector<Address> accounts)
{
    if (!isOffered(network)) {
        co_return notOffered();
    }
    StorageBatch batch;
    std::vector<std::shared_ptr<contracts::sectionGrants::PublicKey>> words;
    for (const Address& account : accounts) {
        words.push_back(batch.add(network.contract(kContract), contracts::sectionGrants::keysReader(account)));
    }
    std::vector<std::optional<PublicKey>> out;
    if (accounts.empty()) {
        co_return std::move(out);
    }
    AC_CO_CHECK(co_await batch.run(node));
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        AC_CO_TRY(auto key, pointOf(*words[i], accounts[i]));
        out.push_back(std::move(key));
    }
    co_return std::move(out);
}

} // namespace autochain::sharing
