// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/check.h"

#include <algorithm>

namespace autochain::dealer
{

std::array<TopicCheck, kTopics> topicsOf(const vehicle::Assessment& assessment)
{
    std::array<TopicCheck, kTopics> out;
    for (std::size_t i = 0; i < kTopics; ++i) {
        const vehicle::Verdict& verdict = assessment.verdicts[i];
        out[i] = {verdict.status, verdict.fact, verdict.provenance, {}};
        std::copy_n(verdict.numbers.begin(), std::min(verdict.numbers.size(), kFactNumbers), out[i].numbers.begin());
    }
    return out;
}

vehicle::Assessment assessmentOf(const CarCheck& check)
{
    vehicle::Assessment out;
    for (std::size_t i = 0; i < kTopics; ++i) {
        const TopicCheck& topic = check.topics[i];
        out.verdicts[i].topic = vehicle::kTopics[i];
        out.verdicts[i].status = topic.status;
        out.verdicts[i].fact = topic.fact;
        out.verdicts[i].provenance = topic.provenance;
        out.verdicts[i].numbers.assign(topic.numbers.begin(), topic.numbers.end());
    }
    return out;
}

void putState(CarCheck& check, const vehicle::VehicleSummary& summary, Provenance provenance, const BlockRef& block)
{
    check.registered = summary.registered();
    check.records = summary.history.count;
    check.odometerKm = summary.history.odometerKm;
    check.lastRecordAt = summary.history.lastTime;
    check.holder = summary.holder;
    check.inDeal = !summary.dealId.isZero();
    check.underLien = !summary.lender.isZero();
    check.provenance = provenance;
    check.block = block.number;
}

void putListing(ListingCheck& to, const market::Listing& listing)
{
    to.price = listing.price;
    to.listedAt = listing.listedAt;
    to.expiresAt = listing.expiresAt;
    to.seller = listing.seller;
    to.contentDigest = listing.contentDigest;
    if (!listing.content) {
        return;
    }
    const market::ListingContent& content = *listing.content;
    to.title = content.title;
    to.make = content.make;
    to.model = content.model;
    to.body = content.body;
    to.colour = content.colour;
    to.place = content.place;
    to.year = content.year;
}

void putPosition(ListingCheck& to, const market::MarketPosition& position)
{
    to.comparable = position.comparable;
    to.median = position.percent ? position.median : std::nullopt;
    to.percentOfMarket = position.percent.value_or(0);
}

} // namespace autochain::dealer
