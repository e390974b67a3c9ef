// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/verified_history.h"

#include "vehicle/history_proof.h"
#include "vehicle/record_look.h"
#include "vehicle/vin.h"

#include <algorithm>
#include <thread>

namespace autochain::vehicle
{
namespace
{
Error unproven(const char* what, std::string detail = {})
{
    return Error(VehicleError::HistoryUnproven, {what}, std::move(detail));
}

Result<> checkTrust(const HistoryBundle& bundle, const HistoryTrust& trust)
{
    if (trust.chainId && *trust.chainId != bundle.chainId) {
        return Error(VehicleError::OtherChain, {"chainId"});
    }
    if (trust.registry && *trust.registry != bundle.registry) {
        return Error(VehicleError::OtherChain, {"registry"});
    }
    if (trust.participants && *trust.participants != bundle.participants) {
        return Error(VehicleError::OtherChain, {"participants"});
    }
    if (!bundle.vin.empty() && (!isWellFormedVin(bundle.vin) || vehicleIdOf(bundle.vin) != bundle.vehicleId)) {
        return unproven("vin");
    }
    return {};
}

Result<ProvenWords> wordsOf(const HistoryBundle& bundle, const HistoryTrust& trust)
{
    auto words = ProvenWords::of(bundle.proof);
    if (!words.ok()) {
        return unproven("proof", words.error().detail);
    }
    if (trust.blockHash && words->blockHash() != *trust.blockHash) {
        return unproven("header");
    }
    return words;
}

std::vector<Record> recordsOf(const HistoryBundle& bundle)
{
    std::vector<Record> out;
    out.reserve(bundle.records.size());
    for (const BundleRecord& record : bundle.records) {
        out.push_back(recordOf(record, out.size()));
    }
    return out;
}

// Contents and signatures of records[from, to), each on its own: no two threads touch the same record.
void lookAtRange(const HistoryBundle& bundle, std::span<Record> records, std::size_t from, std::size_t to,
                 ReadContent readContent)
{
    const RecordSigning signing(bundle.chainId, bundle.registry, bundle.vehicleId);
    for (std::size_t i = from; i < to; ++i) {
        Record& record = records[i];
        const std::optional<Bytes>& block = bundle.records[i].block;
        if (!hasContent(record, bundle.registry)) {
            record.signature = SignatureState::NoContent;
            record.contentState = block ? ContentState::Altered : ContentState::None;
        } else if (!block) {
            lookAtNothing(record, false);
        } else if (!blockFits(record, *block)) {
            lookAtNothing(record, true);
        } else {
            lookAtBlock(record, *block, signing, readContent);
        }
    }
}

void lookAtAll(const HistoryBundle& bundle, std::span<Record> records, const HistoryWork& work)
{
    const std::size_t count = std::min<std::uint64_t>(work.newest, records.size());
    const std::size_t first = records.size() - count;
    const std::size_t threads = std::clamp<std::size_t>(work.threads, 1, std::max<std::size_t>(1, count / 16));
    const ReadContent readContent = work.readContents ? ReadContent::Yes : ReadContent::No;
    const auto part = [&](std::size_t n) { return first + count * n / threads; };
    std::vector<std::thread> others;
    for (std::size_t n = 1; n < threads; ++n) {
        others.emplace_back([&, n] { lookAtRange(bundle, records, part(n), part(n + 1), readContent); });
    }
    lookAtRange(bundle, records, part(0), part(1), readContent);
    for (std::thread& other : others) {
        other.join();
    }
}
} // namespace

HistoryTrust HistoryTrust::of(const NetworkFile& network)
{
    HistoryTrust out;
    out.chainId = network.chainId;
    if (network.hasContracts()) {
        out.registry = network.contract("vehicleRegistry");
        out.participants = network.contract("participants");
    }
    return out;
}

Result<VerifiedHistory> verifyHistory(const HistoryBundle& bundle, const HistoryTrust& trust, const HistoryWork& work)
{
    AC_CHECK(checkTrust(bundle, trust));
    AC_TRY(const ProvenWords words, wordsOf(bundle, trust));
    const HistoryPlace place{bundle.registry, bundle.participants, bundle.vehicleId};
    const auto summary = summaryIn(words, place);
    if (!summary) {
        return unproven("head");
    }
    if (!summary->registered()) {
        return unproven("title");
    }
    VerifiedHistory out;
    out.state = *summary;
    out.records = recordsOf(bundle);
    AC_CHECK(verifyHistory(out.records, summary->history.count, summary->history.head));
    const ProvenFacts proven = factsIn(words, place, out.records);
    out.unproven = proven.unproven;
    judgeRights(out.records, proven.facts);
    lookAtAll(bundle, out.records, work);
    out.owners = provenOwners(out.records, bundle.registry, summary->holder);
    out.block = {words.header().number, words.blockHash(), static_cast<std::int64_t>(words.header().timestamp)};
    out.headerTrusted = trust.blockHash.has_value();
    out.registryTrusted = trust.chainId && trust.registry && trust.participants;
    return out;
}

RecordFault faultOf(const Record& record)
{
    if (record.contentState == ContentState::Altered) {
        return RecordFault::ContentAltered;
    }
    if (record.signature == SignatureState::Wrong) {
        return RecordFault::SignatureWrong;
    }
    if (record.right == RightState::Wrong) {
        return RecordFault::NoRight;
    }
    if (record.contentState == ContentState::Unreadable) {
        return RecordFault::ContentUnreadable;
    }
    if (record.contentState == ContentState::Missing) {
        return RecordFault::ContentMissing;
    }
    if (record.right == RightState::Unknown) {
        return RecordFault::RightUnknown;
    }
    return record.signature == SignatureState::Unsigned ? RecordFault::Unsigned : RecordFault::None;
}

} // namespace autochain::vehicle
