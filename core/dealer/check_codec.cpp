// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/check_codec.h"

#include "dealer/byte_io.h"

namespace autochain::dealer
{
namespace
{
constexpr std::uint64_t kVersion = 1;
constexpr std::size_t kMostText = 1'024;

void write(ByteWriter& to, const TopicCheck& topic)
{
    to.number(static_cast<std::uint64_t>(topic.status), 1);
    to.number(static_cast<std::uint64_t>(topic.fact), 1);
    to.number(static_cast<std::uint64_t>(topic.provenance), 1);
    for (const std::int64_t number : topic.numbers) {
        to.number(static_cast<std::uint64_t>(number), 8);
    }
}

TopicCheck readTopic(ByteReader& from)
{
    TopicCheck out;
    out.status = from.choice(vehicle::Status::NoData);
    out.fact = from.choice(vehicle::Fact::NoPoliceSource);
    out.provenance = from.choice(Provenance::Stale);
    for (std::int64_t& number : out.numbers) {
        number = static_cast<std::int64_t>(from.number(8));
    }
    return out;
}

std::string_view cut(const std::string& text)
{
    return std::string_view(text).substr(0, kMostText);
}

void write(ByteWriter& to, const ListingCheck& listing)
{
    to.money(listing.price);
    to.number(static_cast<std::uint64_t>(listing.listedAt), 8);
    to.number(static_cast<std::uint64_t>(listing.expiresAt), 8);
    to.blob(listing.seller.view());
    to.blob(listing.contentDigest.view());
    to.number(listing.median ? 1 : 0, 1);
    to.money(listing.median.value_or(U256()));
    to.number(static_cast<std::uint32_t>(listing.comparable), 4);
    to.number(static_cast<std::uint32_t>(listing.percentOfMarket), 4);
    for (const std::string* text :
         {&listing.title, &listing.make, &listing.model, &listing.body, &listing.colour, &listing.place}) {
        to.text(cut(*text));
    }
    to.number(static_cast<std::uint32_t>(listing.year), 4);
}

ListingCheck readListing(ByteReader& from)
{
    ListingCheck out;
    out.price = from.money();
    out.listedAt = static_cast<UnixTime>(from.number(8));
    out.expiresAt = static_cast<UnixTime>(from.number(8));
    out.seller = from.fixed<Address>();
    out.contentDigest = from.fixed<Hash32>();
    const bool known = from.flag();
    const U256 median = from.money();
    if (known) {
        out.median = median;
    } else if (!median.isZero()) {
        from.refuse();
    }
    out.comparable = static_cast<std::int32_t>(from.number(4));
    out.percentOfMarket = static_cast<std::int32_t>(from.number(4));
    for (std::string* text : {&out.title, &out.make, &out.model, &out.body, &out.colour, &out.place}) {
        *text = from.text(kMostText);
    }
    out.year = static_cast<std::int32_t>(from.number(4));
    return out;
}
} // namespace

Bytes encodeCheck(const CarCheck& check)
{
    ByteWriter to;
    to.number(kVersion, 1);
    to.number(check.registered ? 1 : 0, 1);
    for (const TopicCheck& topic : check.topics) {
        write(to, topic);
    }
    to.blob(check.head.view());
    to.number(check.records, 8);
    to.number(check.odometerKm, 4);
    to.number(static_cast<std::uint64_t>(check.lastRecordAt), 8);
    to.blob(check.holder.view());
    to.number(check.inDeal ? 1 : 0, 1);
    to.number(check.underLien ? 1 : 0, 1);
    write(to, check.listing);
    to.number(static_cast<std::uint64_t>(check.provenance), 1);
    to.number(check.block, 8);
    return std::move(to.out);
}

std::optional<CarCheck> decodeCheck(BytesView bytes)
{
    ByteReader from(bytes);
    if (from.number(1) != kVersion) {
        return std::nullopt;
    }
    CarCheck out;
    out.registered = from.flag();
    for (TopicCheck& topic : out.topics) {
        topic = readTopic(from);
    }
    out.head = from.fixed<Hash32>();
    out.records = from.number(8);
    out.odometerKm = static_cast<std::uint32_t>(from.number(4));
    out.lastRecordAt = static_cast<UnixTime>(from.number(8));
    out.holder = from.fixed<Address>();
    out.inDeal = from.flag();
    out.underLien = from.flag();
    out.listing = readListing(from);
    out.provenance = from.choice(Provenance::Stale);
    out.block = from.number(8);
    return from.atEnd() ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace autochain::dealer
