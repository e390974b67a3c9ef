// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "verb.h"

#include "market/filter.h"
#include "market/listing_calls.h"
#include "market/listing_reader.h"
#include "market/position.h"
#include "messages/enum_names.h"
#include "messages/state_text.h"
#include "vehicle/vehicle_reader.h"

#include <QCoreApplication>

namespace autochain::cli
{
namespace
{
using market::Listing;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

// Content and VINs: what the board itself does not hold. A description that cannot be had leaves the listing without.
QCoro::Task<Result<>> complete(Context& context, std::vector<Listing>& listings)
{
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    std::vector<Hash32> ids;
    for (const Listing& listing : listings) {
        ids.push_back(listing.vehicleId);
    }
    AC_CO_TRY(const auto vins, co_await reader.vinsOf(std::move(ids)));
    for (Listing& listing : listings) {
        const auto vin = vins.find(listing.vehicleId);
        listing.vin = vin == vins.end() ? std::string() : vin->second;
        if (listing.contentDigest.isZero()) {
            continue;
        }
        const auto block = co_await context.content().get(listing.contentDigest);
        if (block.ok()) {
            const auto attached = market::attachContent(listing, *block);
            Q_UNUSED(attached)
        }
    }
    std::vector<market::Comparable> asked;
    for (const Listing& listing : listings) {
        if (const auto car = market::comparableOf(listing)) {
            asked.push_back(*car);
        }
    }
    market::fillPositions(listings, asked);
    co_return Unit{};
}

QJsonObject listingJson(const Listing& listing, UnixTime now)
{
    QJsonObject json;
    json.insert(QStringLiteral("vehicle"), hex(listing.vehicleId));
    json.insert(QStringLiteral("vin"), qs(listing.vin));
    json.insert(QStringLiteral("seller"), address(listing.seller));
    json.insert(QStringLiteral("price"), plainAuc(listing.price));
    json.insert(QStringLiteral("listedAt"), static_cast<qint64>(listing.listedAt));
    json.insert(QStringLiteral("expiresAt"), static_cast<qint64>(listing.expiresAt));
    json.insert(QStringLiteral("state"), qs(messages::enumName(market::stateOf(listing, now))));
    json.insert(QStringLiteral("odometerKm"), static_cast<qint64>(listing.odometerKm));
    json.insert(QStringLiteral("deal"), listing.dealId.isZero() ? QString() : hex(listing.dealId));
    json.insert(QStringLiteral("title"), listing.content ? qs(listing.content->title) : QString());
    json.insert(QStringLiteral("year"), listing.content ? listing.content->year : 0);
    json.insert(QStringLiteral("place"), listing.content ? qs(listing.content->place) : QString());
    json.insert(QStringLiteral("comparable"), listing.position.comparable);
    if (listing.position.percent) {
        json.insert(QStringLiteral("percentOfMarket"), *listing.position.percent);
    }
    putSource(json, listing.provenance, listing.block);
    return json;
}

Result<market::Filter> filterOf(const Arguments& arguments)
{
    market::Filter filter;
    filter.text = arguments.text("text").toStdString();
    filter.place = arguments.text("place").toStdString();
    filter.onlyLive = !arguments.has("all");
    AC_TRY(filter.minPrice, arguments.amountIfGiven("min-price"));
    AC_TRY(filter.maxPrice, arguments.amountIfGiven("max-price"));
    if (arguments.has("min-year")) {
        AC_TRY(const std::uint64_t year, arguments.number("min-year", 0));
        filter.minYear = static_cast<int>(std::min<std::uint64_t>(year, 9'999));
    }
    if (arguments.has("max-km")) {
        AC_TRY(const std::uint64_t km, arguments.number("max-km", 0));
        filter.maxKm = static_cast<std::uint32_t>(std::min<std::uint64_t>(km, 0xFFFFFFFFULL));
    }
    if (arguments.has("body")) {
        filter.bodies.insert(market::foldText(arguments.text("body").toStdString()));
    }
    return filter;
}

market::Sort sortOf(const Arguments& arguments)
{
    const QString by = arguments.text("sort", QStringLiteral("listed"));
    const QStringList keys = {QStringLiteral("listed"), QStringLiteral("price"), QStringLiteral("year"),
                              QStringLiteral("km")};
    const market::SortKey byKey[] = {market::SortKey::Listed, market::SortKey::Price, market::SortKey::Year,
                                     market::SortKey::Km};
    return {byKey[std::max<qsizetype>(keys.indexOf(by), 0)], arguments.has("descending") || by == keys.first()};
}

QString positionText(const market::MarketPosition& position)
{
    if (!position.percent) {
        return tr("too few");
    }
    return QStringLiteral("%1%2 %").arg(*position.percent > 0 ? QStringLiteral("+") : QString()).arg(*position.percent);
}

// Of how many there are: as far as each of them is known. That there are none is a node's word.
Provenance provenanceOfAll(const std::vector<Listing>& listings)
{
    Provenance worstOfAll = listings.empty() ? Provenance::Reported : Provenance::Proven;
    for (const Listing& listing : listings) {
        worstOfAll = worst(worstOfAll, listing.provenance);
    }
    return worstOfAll;
}

QCoro::Task<Result<Output>> search(Context& context, Arguments arguments)
{
    AC_CO_TRY(const market::Filter filter, filterOf(arguments));
    AC_CO_TRY(const std::uint64_t limit, arguments.number("limit", 50));
    market::ListingReader reader(context.node(), context.network());
    AC_CO_TRY(std::vector<Listing> listings, co_await reader.all());
    AC_CO_CHECK(co_await complete(context, listings));
    AC_CO_TRY(const UnixTime now, co_await context.chainNow());
    const auto found = market::select(listings, filter, sortOf(arguments), now);
    Output out;
    QJsonArray list;
    Table table({tr("VIN"), tr("Car"), tr("Year"), tr("km"), tr("Price"), tr("Against market"), tr("Place"),
                 tr("State"), tr("Source")},
                {2, 3, 4, 5});
    for (const std::size_t index : found) {
        if (list.size() >= static_cast<qsizetype>(limit)) {
            break;
        }
        const Listing& listing = listings[index];
        list.append(listingJson(listing, now));
        table.add({listing.vin.empty() ? hex(listing.vehicleId).left(17) : qs(listing.vin),
                   listing.content ? qs(listing.content->title) : tr("no description"),
                   listing.content && listing.content->year != 0 ? QString::number(listing.content->year)
                                                                 : QStringLiteral("-"),
                   QString::number(listing.odometerKm), auc(listing.price), positionText(listing.position),
                   listing.content ? qs(listing.content->place) : QString(),
                   messages::text(market::stateOf(listing, now)), messages::text(listing.provenance)});
    }
    out.json.insert(QStringLiteral("found"), static_cast<qint64>(found.size()));
    out.json.insert(QStringLiteral("listed"), static_cast<qint64>(listings.size()));
    out.json.insert(QStringLiteral("provenance"), provenanceWord(provenanceOfAll(listings)));
    out.json.insert(QStringLiteral("listings"), list);
    out.lines = table.lines();
    out.line(tr("%1 of %2 listings").arg(found.size()).arg(listings.size()));
    co_return out;
}

QCoro::Task<Result<Listing>> oneListing(Context& context, Hash32 id)
{
    market::ListingReader reader(context.node(), context.network());
    AC_CO_TRY(Listing listing, co_await reader.one(id));
    std::vector<Listing> one(1, std::move(listing));
    AC_CO_CHECK(co_await complete(context, one));
    co_return std::move(one.front());
}

QCoro::Task<Result<Output>> show(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0));
    AC_CO_TRY(const Listing listing, co_await oneListing(context, id));
    AC_CO_TRY(const UnixTime now, co_await context.chainNow());
    Output out;
    out.json = listingJson(listing, now);
    out.fact(tr("Car"), listing.content ? qs(listing.content->title) : tr("no description"));
    out.fact(tr("VIN"), qs(listing.vin));
    out.fact(tr("Price"), auc(listing.price));
    out.fact(tr("Odometer"), QStringLiteral("%1 km").arg(listing.odometerKm));
    out.fact(tr("Seller"), address(listing.seller));
    out.fact(tr("State"), messages::text(market::stateOf(listing, now)));
    out.fact(tr("Ends"), dateTime(listing.expiresAt));
    out.fact(tr("Source"), sourceLine(listing.provenance, listing.block));
    if (listing.content && !listing.content->description.empty()) {
        out.line(QString()).line(qs(listing.content->description));
        out.json.insert(QStringLiteral("description"), qs(listing.content->description));
    }
    co_return out;
}

market::ListingContent contentOf(const Arguments& arguments)
{
    market::ListingContent content;
    content.title = arguments.text("title").toStdString();
    content.make = arguments.text("make").toStdString();
    content.model = arguments.text("model").toStdString();
    content.body = arguments.text("body").toStdString();
    content.place = arguments.text("place").toStdString();
    content.description = arguments.text("description").toStdString();
    content.year = arguments.text("year").toInt();
    return content;
}

Output doneOutput(const Hash32& id, const Receipt& receipt, const QString& word)
{
    Output out;
    out.json.insert(QStringLiteral("vehicle"), hex(id));
    putMined(out.json, receipt.transactionHash, receipt.provenance, receipt.block);
    out.fact(word, hex(id));
    out.fact(tr("Transaction"), hex(receipt.transactionHash));
    return out;
}

SigningHints hintsOf(const std::string& vin)
{
    SigningHints hints;
    if (!vin.empty()) {
        hints.vins.push_back(vin);
    }
    return hints;
}

QCoro::Task<Result<Output>> publish(Context& context, Arguments arguments)
{
    std::string vin;
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0, &vin));
    market::ListingDraft draft;
    draft.vehicleId = id;
    AC_CO_TRY(draft.price, arguments.amount("price"));
    AC_CO_TRY(const std::uint64_t days, arguments.number("days", 30));
    AC_CO_TRY(const UnixTime now, co_await context.chainNow());
    draft.expiresAt = now + static_cast<UnixTime>(std::min<std::uint64_t>(days, 100'000) * 86'400);
    AC_CO_TRY(const Address me, co_await context.me());
    vehicle::VehicleReader cars(context.node(), context.content(), context.network());
    std::vector<Hash32> wanted(1, id);
    AC_CO_TRY(const auto summaries, co_await cars.readSummaries(std::move(wanted)));
    const vehicle::VehicleSummary& car = summaries.value.front();
    market::TitleFacts facts;
    facts.vehicleKnown = car.registered();
    facts.titleHolder = car.holder;
    facts.dealId = car.dealId;
    facts.lender = car.lender;
    AC_CO_TRY(const Call checked, market::publishCall(context.network(), draft, facts, me, now));
    Bytes block = market::encodeListingContent(contentOf(arguments));
    AC_CO_CHECK(market::decodeListingContent(block));
    AC_CO_TRY(draft.contentDigest, co_await context.content().put(std::move(block)));
    AC_CO_TRY(Call call, market::publishCall(context.network(), draft, facts, me, now));
    AC_CO_TRY(const Receipt receipt, co_await context.send(me, std::move(call), hintsOf(vin), "listing.publish", id));
    co_return doneOutput(id, receipt, tr("Listed"));
}

QCoro::Task<Result<Output>> setPrice(Context& context, Arguments arguments)
{
    std::string vin;
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0, &vin));
    AC_CO_TRY(const U256 price, arguments.amount("price"));
    AC_CO_TRY(const Address me, co_await context.me());
    market::ListingReader reader(context.node(), context.network());
    AC_CO_TRY(const Listing listing, co_await reader.one(id));
    AC_CO_TRY(Call call, market::setPriceCall(context.network(), listing, price, me));
    AC_CO_TRY(const Receipt receipt, co_await context.send(me, std::move(call), hintsOf(vin), "listing.price", id));
    co_return doneOutput(id, receipt, tr("Price changed"));
}

QCoro::Task<Result<Output>> withdraw(Context& context, Arguments arguments)
{
    std::string vin;
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0, &vin));
    AC_CO_TRY(const Address me, co_await context.me());
    AC_CO_TRY(const UnixTime now, co_await context.chainNow());
    market::ListingReader reader(context.node(), context.network());
    AC_CO_TRY(const Listing listing, co_await reader.one(id));
    AC_CO_TRY(Call call, market::withdrawCall(context.network(), listing, me, now));
    AC_CO_TRY(const Receipt receipt, co_await context.send(me, std::move(call), hintsOf(vin), "listing.withdraw", id));
    co_return doneOutput(id, receipt, tr("Withdrawn"));
}
} // namespace

QList<Verb> listingVerbs()
{
    const QString noun = QStringLiteral("listing");
    const PositionalSpec car{QStringLiteral("VIN"), tr("VIN, or the title's number (0x…)."), true};
    const OptionSpec price{QStringLiteral("price"), QStringLiteral("AUC"), tr("Price asked."), true};
    const auto text = [](const char* name, const QString& help) {
        return OptionSpec{QLatin1String(name), QStringLiteral("TEXT"), help};
    };
    Verb publishVerb{noun,
                     QStringLiteral("publish"),
                     tr("Put your car up for sale."),
                     {car},
                     {price,
                      {QStringLiteral("days"), QStringLiteral("N"), tr("Days it stands; default 30.")},
                      text("title", tr("Headline.")),
                      text("make", tr("Maker.")),
                      text("model", tr("Model.")),
                      text("year", tr("Model year.")),
                      text("body", tr("Body type.")),
                      text("place", tr("Town.")),
                      text("description", tr("Description."))},
                     &publish};
    Verb searchVerb{
        noun,
        QStringLiteral("search"),
        tr("Search the market."),
        {},
        {text("text", tr("Words: make, model, VIN, town.")),
         {QStringLiteral("min-price"), QStringLiteral("AUC"), tr("At least this price.")},
         {QStringLiteral("max-price"), QStringLiteral("AUC"), tr("At most this price.")},
         {QStringLiteral("min-year"), QStringLiteral("YEAR"), tr("This model year or newer.")},
         {QStringLiteral("max-km"), QStringLiteral("N"), tr("At most this odometer.")},
         text("body", tr("Body type.")),
         text("place", tr("Town.")),
         {QStringLiteral("all"), {}, tr("Also those that ended or are void.")},
         {QStringLiteral("sort"),
          QStringLiteral("KEY"),
          tr("Order."),
          false,
          {QStringLiteral("listed"), QStringLiteral("price"), QStringLiteral("year"), QStringLiteral("km")}},
         {QStringLiteral("descending"), {}, tr("Largest first.")},
         {QStringLiteral("limit"), QStringLiteral("N"), tr("At most so many; default 50.")}},
        &search};
    return {publishVerb,
            searchVerb,
            {noun, QStringLiteral("show"), tr("Show a listing."), {car}, {}, &show},
            {noun, QStringLiteral("price"), tr("Change the price of your listing."), {car}, {price}, &setPrice},
            {noun, QStringLiteral("withdraw"), tr("Take your listing off the market."), {car}, {}, &withdraw}};
}

} // namespace autochain::cli
