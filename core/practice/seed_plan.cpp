// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/seed_plan.h"

#include "base/amount.h"
#include "contracts/generated/appraisal_desk.h"
#include "contracts/generated/auc.h"
#include "contracts/generated/listing_board.h"
#include "contracts/generated/participants.h"
#include "contracts/generated/safe.h"
#include "contracts/generated/vehicle_registry.h"
#include "crypto/hash.h"
#include "practice/seed_content.h"

#include <algorithm>

namespace autochain::practice
{
namespace
{
namespace registry = contracts::vehicleRegistry;
using registry::Kind;

constexpr std::uint64_t kGrantKinds =
    (1ULL << static_cast<unsigned>(Kind::Service)) | (1ULL << static_cast<unsigned>(Kind::Repair)) |
    (1ULL << static_cast<unsigned>(Kind::Odometer)) | (1ULL << static_cast<unsigned>(Kind::TroubleCodes));

// Turns the beats of one car into transactions, keeping in mind who holds it.
class Scribe
{
public:
    Scribe(const CatalogCar& car, std::size_t index, const SeedStage& stage, SeedPlan& plan)
        : m_car(car), m_index(index), m_stage(stage), m_plan(plan), m_random(car.vin + "content"),
          m_registry(stage.contracts.at("vehicleRegistry")), m_id(keccak256(car.vin))
    {
        m_shop = castIndex(m_random.next() % 2 == 0 ? "subaru-ottawa" : "lakeshore");
    }

    void write()
    {
        const auto beats = tellStory(m_car, m_index, m_stage.now);
        for (const Beat& beat : beats) {
            write(beat);
        }
        list();
        m_plan.recordCounts[m_id] = m_records;
    }

private:
    Hash32 keep(const Bytes& block)
    {
        m_plan.blocks.push_back(block);
        return sha256(block);
    }

    Hash32 contentFor(const Beat& beat, std::size_t writer)
    {
        const auto content = contentOf(beat, m_car, cast()[writer].place, m_random);
        return content ? keep(toBytes(std::string_view(vehicle::writeRecordContent(*content)))) : Hash32();
    }

    void send(UnixTime time, std::size_t sender, Call call) { m_plan.steps.push_back({time, sender, std::move(call)}); }

    void append(const Beat& beat, Kind kind, std::size_t writer)
    {
        send(beat.time, writer, registry::append(m_registry, m_id, kind, beat.km, contentFor(beat, writer)));
        ++m_records;
    }

    void registerBy(const Beat& beat, std::size_t writer)
    {
        send(beat.time, writer, registry::register_(m_registry, m_car.vin, beat.km, contentFor(beat, writer)));
        m_holder = writer;
        ++m_records;
    }

    std::size_t maker() const
    {
        std::string file = "maker-" + m_car.make;
        std::transform(file.begin(), file.end(), file.begin(), [](unsigned char c) { return std::tolower(c); });
        return castIndex(file);
    }

    void sell(const Beat& beat)
    {
        if (beat.km != 0) { // the first sale is the dealer's record; later ones the registry writes by itself
            append({beat.time - 900, beat.kind, beat.km, beat.person}, Kind::FirstSale, castIndex("north-ridge"));
        }
        send(beat.time, m_holder,
             registry::transferFrom(m_registry, m_stage.people[m_holder], m_stage.people[beat.person],
                                    U256::fromBigEndian(m_id.view())));
        ++m_records;
        m_holder = beat.person;
        grantShop(beat.time + 600);
    }

    void grantShop(UnixTime time)
    {
        send(time, m_holder,
             registry::setGrant(m_registry, m_id, m_stage.people[m_shop], static_cast<std::uint64_t>(time),
                                static_cast<std::uint64_t>(time + 15 * 365 * kDay), U256(kGrantKinds)));
    }

    void takeLien(UnixTime time)
    {
        const std::size_t lender = castIndex("northern-credit");
        send(time - 600, lender, registry::proposeLien(m_registry, m_id));
        send(time, m_holder, registry::acceptLien(m_registry, m_id, m_stage.people[lender]));
        ++m_records;
    }

    void write(const Beat& beat)
    {
        const bool atDealer = m_random.next() % 3 == 0;
        switch (beat.kind) {
        case BeatKind::Produced:
            return registerBy(beat, maker());
        case BeatKind::Registered:
            registerBy(beat, beat.person);
            return grantShop(beat.time + 600);
        case BeatKind::Sold:
            return sell(beat);
        case BeatKind::Imported:
            return append(beat, Kind::ImportExport, castIndex("ministry"));
        case BeatKind::Serviced:
            return append(beat, Kind::Service, atDealer ? castIndex("north-ridge") : m_shop);
        case BeatKind::Inspected:
            return append(beat, Kind::Inspection, castIndex("ontario-safety"));
        case BeatKind::ReadByOwner:
            return append(beat, Kind::Odometer, m_holder);
        case BeatKind::Stated:
            return append(beat, Kind::OwnerStatement, m_holder);
        case BeatKind::Crashed:
            return append(beat, Kind::Accident, castIndex("maple-mutual"));
        case BeatKind::Claimed:
            return append(beat, Kind::InsuranceClaim, castIndex("maple-mutual"));
        case BeatKind::Repaired:
            return append(beat, Kind::Repair, m_shop);
        case BeatKind::Recalled:
            return append(beat, Kind::RecallOpened, maker());
        case BeatKind::RecallFixed:
            return append(beat, Kind::RecallClosed, maker());
        case BeatKind::Branded:
            return append(beat, Kind::TitleBrand, castIndex("ministry"));
        case BeatKind::Stolen:
        case BeatKind::Found:
            return append(beat, Kind::Theft, castIndex("ministry"));
        case BeatKind::LienTaken:
            return takeLien(beat.time);
        case BeatKind::LienPaid:
            send(beat.time, castIndex("northern-credit"), registry::releaseLien(m_registry, m_id));
            ++m_records;
            return;
        }
    }

    void list()
    {
        const auto content = listingContentOf(m_car, m_records, m_random);
        const Hash32 digest = keep(market::encodeListingContent(content));
        const UnixTime expires = m_stage.now + m_random.between(30, 90) * kDay;
        send(listedAt(m_car, m_stage.now), m_holder,
             contracts::listingBoard::publish(m_stage.contracts.at("listingBoard"), m_id, auc(m_car.priceAuc),
                                              static_cast<std::uint64_t>(expires), digest));
        ++m_plan.listings;
    }

    const CatalogCar& m_car;
    std::size_t m_index;
    const SeedStage& m_stage;
    SeedPlan& m_plan;
    RandomSource m_random;
    Address m_registry;
    Hash32 m_id;
    std::size_t m_shop = 0;
    std::size_t m_holder = 0;
    std::uint64_t m_records = 0;
};

void byTime(std::vector<SeedStep>& steps)
{
    std::stable_sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.time < b.time; });
}

contracts::appraisalDesk::Profile profileOf(std::string_view name, std::string_view regions, std::string_view languages)
{
    contracts::appraisalDesk::Profile profile;
    profile.licenceDigest = sha256(asBytes(std::string("licence of ") + std::string(name)));
    profile.rulesDigest = sha256(asBytes("practice market appraisal rules"));
    profile.rulingFee = auc(10'000);
    profile.assessmentFee = auc(4'500);
    profile.name = name;
    profile.regions = regions;
    profile.languages = languages;
    return profile;
}

Call stakeCall(const SeedStage& stage, std::uint64_t stake, const contracts::appraisalDesk::Profile& profile)
{
    return contracts::auc::transferAndCall(stage.contracts.at("auc"), stage.contracts.at("appraisalDesk"), auc(stake),
                                           contracts::appraisalDesk::encodeProfile(profile));
}
} // namespace

UnixTime genesisTimeOf(const std::vector<CatalogCar>& cars)
{
    UnixTime first = builtAt(cars.front());
    for (const auto& car : cars) {
        first = std::min(first, builtAt(car));
    }
    return first - 180 * kDay;
}

SeedPlan planCars(const std::vector<CatalogCar>& cars, const SeedStage& stage)
{
    SeedPlan plan;
    for (std::size_t i = 0; i < cars.size(); ++i) {
        Scribe(cars[i], i, stage, plan).write();
    }
    byTime(plan.steps);
    return plan;
}

std::vector<SeedStep> planSociety(const SeedStage& stage, const SignTreasury& signTreasury)
{
    const std::size_t foundation = castIndex("foundation");
    const Address participants = stage.contracts.at("participants");
    const UnixTime rolesAt = stage.genesis + 2 * kDay;
    const UnixTime moneyAt = stage.now - 700 * kDay;
    std::vector<SeedStep> steps;
    std::uint64_t safeNonce = 0;
    for (std::size_t i = 0; i < cast().size(); ++i) {
        const CastEntry& entry = cast()[i];
        if (entry.onChain != contracts::participants::Role::None) {
            steps.push_back({rolesAt, foundation,
                             contracts::participants::grantRole(participants, stage.people[i], entry.onChain, 0)});
            steps.push_back({rolesAt, foundation,
                             contracts::participants::setName(participants, stage.people[i], std::string(entry.name))});
        }
        if (entry.auc != 0) {
            const Call inner = contracts::auc::transfer(stage.contracts.at("auc"), stage.people[i], auc(entry.auc));
            const Bytes signature = signTreasury(inner, safeNonce++);
            steps.push_back({moneyAt, foundation,
                             contracts::safe::execTransaction(stage.contracts.at("treasury"), *inner.to, U256(),
                                                              inner.data, contracts::safe::Operation::Call, U256(),
                                                              U256(), U256(), {}, {}, signature)});
        }
    }
    steps.push_back({moneyAt + kDay, castIndex("martin"),
                     stakeCall(stage, 150'000, profileOf("Martin Sato", "Ontario", "en, ja"))});
    steps.push_back({moneyAt + kDay, castIndex("ingrid"),
                     stakeCall(stage, 100'000, profileOf("Ingrid Holm", "Ontario, Quebec", "en, fr"))});
    byTime(steps);
    return steps;
}

} // namespace autochain::practice
