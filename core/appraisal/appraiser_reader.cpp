// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/appraiser_reader.h"

#include "base/hex.h"
#include "contracts/generated/appraisal_desk.h"
#include "contracts/storage_reader.h"

#include <algorithm>

namespace autochain::appraisal
{
namespace
{
constexpr std::size_t kBatch = 200;
constexpr std::uint64_t kMostAppraisers = 20'000; // a count above it is not believed

struct Words {
    std::shared_ptr<contracts::appraisalDesk::Appraiser> standing;
    std::shared_ptr<contracts::appraisalDesk::Profile> profile; // its value members
    std::shared_ptr<std::string> name;
    std::shared_ptr<std::string> regions;
    std::shared_ptr<std::string> languages;
};

Words addWords(StorageBatch& batch, const Address& desk, const Address& who)
{
    using namespace contracts::appraisalDesk;
    return {batch.add(desk, appraisersReader(who)), batch.add(desk, profilesReader(who)),
            batch.addString(desk, profilesNameReader(who)), batch.addString(desk, profilesRegionsReader(who)),
            batch.addString(desk, profilesLanguagesReader(who))};
}

Appraiser appraiserOf(const Address& who, const Words& words, const Sourced<Unit>& read)
{
    Appraiser out;
    out.address = who;
    out.profile.licenceDigest = words.profile->licenceDigest;
    out.profile.rulesDigest = words.profile->rulesDigest;
    out.profile.rulingFee = words.profile->rulingFee;
    out.profile.assessmentFee = words.profile->assessmentFee;
    out.profile.name = *words.name;
    out.profile.regions = *words.regions;
    out.profile.languages = *words.languages;
    out.standing.stake = words.standing->stake;
    out.standing.locked = words.standing->locked;
    out.standing.since = static_cast<UnixTime>(words.standing->since);
    out.standing.seats = words.standing->seats;
    out.standing.rulings = words.standing->rulings;
    out.standing.late = words.standing->late;
    out.provenance = read.provenance;
    out.block = read.block;
    return out;
}

CallRequest requestOf(const Call& call)
{
    CallRequest request;
    request.to = call.to;
    request.data = call.data;
    return request;
}

Error notRegistered(const Address& who)
{
    return {AppraisalError::NotRegistered, {toHex0x(who)}};
}
} // namespace

QCoro::Task<Result<std::vector<Appraiser>>> AppraiserReader::read(std::vector<Address> addresses)
{
    const Address& desk = m_network.contract("appraisalDesk");
    std::vector<Appraiser> out;
    for (std::size_t from = 0; from < addresses.size(); from += kBatch) {
        StorageBatch batch;
        std::vector<Words> words;
        const std::size_t to = std::min(addresses.size(), from + kBatch);
        for (std::size_t i = from; i < to; ++i) {
            words.push_back(addWords(batch, desk, addresses[i]));
        }
        AC_CO_TRY(const auto done, co_await batch.run(m_node));
        for (std::size_t i = from; i < to; ++i) {
            out.push_back(appraiserOf(addresses[i], words[i - from], done));
        }
    }
    co_return out;
}

QCoro::Task<Result<std::vector<Appraiser>>> AppraiserReader::all()
{
    const Address& desk = m_network.contract("appraisalDesk");
    StorageBatch counting;
    const auto count = counting.add(desk, contracts::appraisalDesk::accountsLengthReader());
    AC_CO_CHECK(co_await counting.run(m_node));
    StorageBatch batch;
    std::vector<std::shared_ptr<Address>> words;
    for (std::uint64_t i = 0; i < std::min(*count, kMostAppraisers); ++i) {
        words.push_back(batch.add(desk, contracts::appraisalDesk::accountsReader(i)));
    }
    if (words.empty()) {
        co_return std::vector<Appraiser>();
    }
    AC_CO_CHECK(co_await batch.run(m_node));
    std::vector<Address> addresses;
    for (const auto& word : words) {
        addresses.push_back(*word);
    }
    co_return co_await read(std::move(addresses));
}

QCoro::Task<Result<Appraiser>> AppraiserReader::one(Address address)
{
    std::vector<Address> wanted(1, address);
    AC_CO_TRY(auto found, co_await read(std::move(wanted)));
    if (found.front().standing.since == 0) {
        co_return notRegistered(address);
    }
    co_return std::move(found.front());
}

// The desk keeps these two in its code (immutable), not in storage: the node's word, except on the practice chain.
QCoro::Task<Result<Sourced<DeskRules>>> AppraiserReader::rules()
{
    const Address& desk = m_network.contract("appraisalDesk");
    AC_CO_TRY(const BlockRef head, co_await m_node.head());
    CallRequest stakeRequest = requestOf(contracts::appraisalDesk::seatStake(desk));
    AC_CO_TRY(const Bytes stake, co_await m_node.call(std::move(stakeRequest)));
    CallRequest penaltyRequest = requestOf(contracts::appraisalDesk::latePenalty(desk));
    AC_CO_TRY(const Bytes penalty, co_await m_node.call(std::move(penaltyRequest)));
    Sourced<DeskRules> out;
    AC_CO_TRY(out.value.seatStake, contracts::appraisalDesk::decodeSeatStakeResult(stake));
    AC_CO_TRY(out.value.latePenalty, contracts::appraisalDesk::decodeLatePenaltyResult(penalty));
    out.provenance = m_network.kind == NetworkKind::Practice ? Provenance::Local : Provenance::Reported;
    out.block = head;
    co_return out;
}

} // namespace autochain::appraisal
